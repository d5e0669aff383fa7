"""Which records of working with others does the access matrix turn on?"""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from partnerships.models import Partnership
from partnerships.services.case_studies import tell_case_study
from partnerships.services.communications import plan_communication
from partnerships.services.engagement import log_engagement
from partnerships.services.engagement_files import attach_files
from partnerships.services.good_practice import note_good_practice
from partnerships.services.information_sharing import add_obstacle, record_activity
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Have West and the trust work with others, each once in each way."""
    by = cast.partnerships_officer
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds")):
        partnership = Partnership.objects.get(reference=reference)
        values = {
            "day": date(2007, 12, 1),
            "audience": "Parents",
            "method": "survey",
            "subject": "Play areas",
        }
        entry = log_engagement(partnership=partnership, values=values, by=by)
        values = {"party": "Staff", "needs": "What was decided", "method": "Newsletter"}
        planned = plan_communication(partnership=partnership, values=values, by=by)
        world[f"{key} communication"] = [reference, planned.pk]
        values = {
            "title": "A forum",
            "theme": "engagement",
            "done": "Asked",
            "is_shared": key == "west",
        }
        note = note_good_practice(partnership=partnership, values=values, by=by)
        world[f"{key} practice"] = [reference, note.pk]
        world[f"{key} {'shared' if note.is_shared else 'own'} practice"] = [note.pk]
        told = {"kind": "reminder", "what": "Letter", "reached": "All partners"}
        sharing = record_activity(partnership=partnership, values=told, by=by)
        world[f"{key} sharing"] = [reference, sharing.pk]
        stands = {"kind": "other", "description": "Distance", "since": date(2007, 12, 1)}
        obstacle = add_obstacle(partnership=partnership, values=stands, by=by)
        world[f"{key} obstacle"] = [reference, obstacle.pk]
        world[f"{key} engagement"] = [reference, entry.pk]
        for name, paragraph in (("file", ""), ("exempt file", "2")):
            (file,) = attach_files(
                engagement=entry,
                uploads=[SimpleUploadedFile("answers.csv", b"a,b\n", content_type="text/csv")],
                exempt=bool(paragraph),
                paragraph=paragraph,
                by=by,
            )
            world[f"{key} engagement's {name}"] = [reference, entry.pk, file.pk]
        told = {
            "title": "A clean-up",
            "start": date(2007, 4, 1),
            "done": "Swept",
            "for_whom": "Residents",
            "changed": "Clean streets",
        }
        study = tell_case_study(partnership=partnership, values=told, by=by)
        world[f"{key} case study"] = [study.pk]
