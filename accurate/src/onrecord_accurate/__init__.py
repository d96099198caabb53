"""The weights of onrecord's accurate engine: `accurate.onnx`. What they were made from is told in MODEL_CARD.md."""
