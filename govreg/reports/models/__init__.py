"""Which issues of reports were frozen?"""

from .issues import ReportIssue

__all__ = ["ReportIssue"]
