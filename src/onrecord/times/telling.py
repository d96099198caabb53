"""What a reading leaves behind for the expressions that follow it."""

from msgspec import structs

from onrecord.times.expressions import Ended, Expression, Length, SamePeriod, Turn, Within
from onrecord.times.periods import last_day
from onrecord.times.scene import Reading, Scene

_QUARTER = 3  # months


def told(scene: Scene, expression: Expression, reading: Reading) -> Scene:
    """The scene once the reading is told: later expressions may count from it.

    The quarter told is the latest over one that the text names; one that it is compared with leaves it as it is.
    """
    if reading.period is None:
        if isinstance(expression, Length):
            return structs.replace(scene, longer=scene.longer or _is_longer(expression))
        # A day whose year is not known still is what "the following day" follows, and nothing told before is.
        unknown = reading.type == "DATE" and scene.anchor is None
        return structs.replace(scene, anchor=None, story=None) if unknown else scene
    scene = structs.replace(scene, story=reading.period, recent=True)
    if reading.period.unit != "quarter" or not isinstance(expression, Within | Turn | Ended | SamePeriod):
        return scene
    if isinstance(expression, SamePeriod):
        return scene if expression.moved else structs.replace(scene, longer=False)
    over = scene.anchor is None or last_day(reading.period) < scene.anchor
    later = scene.quarter is None or scene.quarter.start < reading.period.start
    return structs.replace(scene, quarter=reading.period if over and later else scene.quarter, longer=False)


def _is_longer(length: Length) -> bool:
    """Whether it is a stretch of several quarters: "the first nine months"."""
    return any(unit == "month" and number is not None and number > _QUARTER for number, unit in length.parts)
