"""What of the administration stands in the navigation, and is read in the history?"""

from govreg.core.access import Permission
from govreg.core.history import subjects
from govreg.core.ui import navigation
from govreg.core.ui.navigation import NavigationItem

navigation.register(
    NavigationItem("Administration", "administration:index", Permission.ADMINISTER_PEOPLE, 90)
)
subjects.register("accounts.user", label="User")
subjects.register("council.councilsetting", label="Council setting")
subjects.register("questions.questionset", label="Question set")
