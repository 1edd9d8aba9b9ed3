"""How the desk logs: what failed and where in the program, never what stood in a page or a form."""

import logging
import traceback


class Plain(logging.Formatter):
    """One line for what happened and one for each place in the program; no message of an error.

    An error's own words, an address or a form may repeat a name or a place somebody is held at.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as it is written."""
        if not record.exc_info or record.exc_info[0] is None:
            return f"{record.levelname} {record.name}: line {record.lineno} of {record.module}"
        kind, _, trace = record.exc_info
        places = [
            f"  {one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(trace)
        ]
        return "\n".join([f"{record.levelname} {record.name}: {kind.__name__}", *places])
