"""The command `onrecord`: one small file a command. Reads the arguments, calls the library, shows the answer."""
