"""Can a second factor be set up, used and done without, by keyboard alone?"""

import pytest
from playwright.sync_api import expect

from tests.telephone import Telephone

from .people import Desk, Person, password_for

pytestmark = pytest.mark.journey
EMAIL = "officer.c@leeds.example"


def set_up(person: Person) -> tuple[Telephone, list[str]]:
    """Go to one's account from the home page and set a second factor up."""
    person.tab_to(person.page.get_by_role("link", name="Your account"))
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    person.follow("Set up a second factor")
    telephone = Telephone(person.page.locator(".app-key").inner_text())
    person.type_into("Code that the app shows", telephone.code())
    person.press("Finish setting up")
    person.sees("Your second factor is set up.")
    codes = person.page.locator(".app-codes code").all_inner_texts()
    person.follow("I have kept them")
    return telephone, codes


def give_password(person: Person) -> None:
    person.type_into("E-mail address", EMAIL)
    person.type_into("Password", password_for(EMAIL))
    person.press("Sign in")


def test_a_second_factor_is_set_up_and_used(desk: Desk):
    owner = desk.sit("officer.c")
    telephone, codes = set_up(owner)
    assert len(codes) == 10
    owner.go("/account/")
    owner.sees("You have 10 recovery codes left.")

    owner.press("Sign out")
    owner.go("/actions/mine/")
    give_password(owner)
    expect(owner.page.locator("h1")).to_have_text("Enter the code from your app")
    owner.type_into("Code", "12")
    owner.press("Continue")
    owner.sees("Enter the six digits that the app shows")
    owner.type_into("Code", Telephone(telephone.secret).code(later=1))
    owner.press("Continue")
    assert owner.page.url.endswith("/actions/mine/")

    owner.press("Sign out")
    give_password(owner)
    owner.follow("I do not have my telephone: use a recovery code")
    owner.type_into("Recovery code", codes[0])
    owner.press("Continue")
    expect(owner.page.locator("h1")).to_contain_text("Good day")
    owner.go("/account/")
    owner.sees("You have 9 recovery codes left.")


def test_an_administrator_asks_a_role_for_it_and_resets_a_lost_one(scripted_desk: Desk):
    owner = scripted_desk.sit("officer.c")
    administrator = scripted_desk.sit("administrator")
    administrator.go("/administration/")
    administrator.follow("Roles that need a second factor")
    administrator.follow("Decide for the role Action owner")
    administrator.choose("With a password and a second factor")
    administrator.type_into("Reason", "Decided by the Executive Board.")
    administrator.press("Record the decision")
    administrator.sees("The decision for the role Action owner holds from")

    owner.go("/actions/mine/")
    owner.sees("Your role needs a second factor: Action owner")
    telephone = Telephone(owner.page.locator(".app-key").inner_text())
    owner.type_into("Code that the app shows", telephone.code())
    owner.press("Finish setting up")
    owner.follow("I have kept them")
    assert owner.page.url.endswith("/actions/mine/")

    administrator.go("/administration/people/?words=officer.c")
    administrator.follow("Officer C")
    administrator.follow("Reset the second factor")
    administrator.type_into("Reason", "The telephone was lost.")
    administrator.press("Reset the second factor")
    administrator.sees("The second factor of Officer C was reset.")
    owner.go("/")
    expect(owner.page.locator("h1")).to_have_text("Sign in")
