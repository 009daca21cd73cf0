"""The case in formats of other programs: read again by them, nothing invented, no protected name let out."""

from __future__ import annotations

import fcntl
import json
import re
from pathlib import Path
from typing import Any

import networkx
import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy

import greffier
from greffier.errors import OutsideFailed, WrongUsage
from greffier.records import Source
from greffier.writing import graphml, timelinejs

CALLS = """Ligne;Appelant;Appelé;Date;Heure;Durée;Type
0639981234;0639981234;0639980055;02/04/2023;22:15:04;62;Voix
0639981234;0639980077;0639981234;03/04/2023;07:02:11;18;Voix
"""


@pytest.fixture
def told(quay: greffier.Case, tmp_path: Path) -> greffier.Case:
    (tmp_path / "calls.csv").write_text(CALLS, encoding="utf-8")
    quay.add(tmp_path / "calls.csv")
    return quay


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def proxies(folder: Path) -> dict[str, EntityProxy]:
    found = [model.get_proxy(row) for row in lines(folder / "entities.ftm.json")]
    assert len({one.id for one in found}) == len(found)
    return {one.id: one for one in found if one.id}


@pytest.mark.parametrize("form", ["ftm", "graphml", "timelinejs"])
def test_the_same_case_gives_the_same_bytes(told: greffier.Case, tmp_path: Path, form: str) -> None:
    first = [path.read_bytes() for path in told.export(tmp_path / "a", form=form)]
    assert first == [path.read_bytes() for path in told.export(tmp_path / "b", form=form)]
    assert all(first)


def test_followthemoney_keeps_every_value(told: greffier.Case, tmp_path: Path) -> None:
    told.export(tmp_path, form="ftm")
    for row in lines(tmp_path / "entities.ftm.json"):
        proxy = model.get_proxy(row, cleaned=False)  # every value is cleaned as one that comes from outside
        kept = {name: sorted(proxy.get(name)) for name in row["properties"]}
        given = {
            name: sorted(" ".join(value.split()) for value in values) for name, values in row["properties"].items()
        }
        numbers = {"phone", "callerNumber", "receiverNumber"}  # invented ones are on no operator's list
        assert {
            name: [" ".join(one.split()) for one in values] for name, values in kept.items() if name not in numbers
        } == {name: values for name, values in given.items() if name not in numbers}


def test_what_an_entity_points_at_is_there_and_of_the_right_schema(told: greffier.Case, tmp_path: Path) -> None:
    told.export(tmp_path, form="ftm")
    found = proxies(tmp_path)
    for one in found.values():
        for prop, value in one.itervalues():
            if prop.range is not None:
                assert found[value].schema.is_a(prop.range), (one.schema.name, prop.name, found[value].schema.name)


def test_facts_go_where_followthemoney_has_a_place_for_them(told: greffier.Case, tmp_path: Path) -> None:
    told.export(tmp_path, form="ftm")
    found = list(proxies(tmp_path).values())
    (paid,) = [one for one in found if one.schema.name == "Payment" and one.get("amount") == ["8000"]]
    assert paid.get("currency") == ["EUR"]
    assert paid.get("startDate") == ["2023-04-04"]
    moved = [one.get("goodsDescription") for one in found if one.schema.name == "EconomicActivity"]
    assert ["12 kg cocaine"] in moved
    (call,) = [one for one in found if one.schema.name == "Call" and one.get("duration") == ["62"]]
    assert call.get("startDate") == ["2023-04-02T22:15"]
    (kerleven,) = [one for one in found if one.schema.name == "Person" and one.caption == "Bastien KERLEVEN"]
    assert kerleven.get("phone") == ["0639981234"]


def test_what_is_no_fact_is_not_named_like_one(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Le 3 mai 2023, Lise Verdelle n'a pas rencontré Marc Bastier.", encoding="utf-8")
    with greffier.open_case(tmp_path / "case", create=True, runner="serial") as case:
        case.add(tmp_path / "note.txt")
        case.export(tmp_path, form="ftm")
        case.export(tmp_path, form="timelinejs")
    (event,) = [one for one in proxies(tmp_path).values() if one.schema.name == "Event"]
    assert event.get("name") == ["meet (denied)"]
    slides = json.loads((tmp_path / "timeline.json").read_text(encoding="utf-8"))["events"]
    assert [one["text"]["headline"] for one in slides if one["group"] == "meet"] == ["meet (denied)"]


def test_the_sidecar_holds_what_followthemoney_cannot(told: greffier.Case, tmp_path: Path) -> None:
    told.export(tmp_path, form="ftm")
    told.export(tmp_path / "own")
    pages = {(row["source"], row["page"]): row["text"] for row in lines(tmp_path / "own" / "pages.jsonl")}
    sidecar = lines(tmp_path / "annotations.jsonl")
    of = {one["body"]["entity"]: one for one in sidecar}
    for kind in ("entities", "events", "relations", "flows"):
        for row in lines(tmp_path / "own" / f"{kind}.jsonl"):
            assert of[row["id"]]["body"]["value"] == {k: v for k, v in row.items() if k != "citations"}
    for target in (target for one in sidecar for target in one["target"]):
        place, words = target["selector"]
        assert pages[target["source"], target["page"]][place["start"] : place["end"]] == words["exact"]


def test_the_network_opens_in_networkx(told: greffier.Case, tmp_path: Path) -> None:
    (path,) = told.export(tmp_path, form="graphml")
    graph = networkx.read_graphml(path)
    edges = {(graph.nodes[a]["label"], data["type"], graph.nodes[b]["label"]) for a, b, data in graph.edges(data=True)}
    assert ("Bastien KERLEVEN", "deliver", "Odile MARCHEVAL") in edges
    for *_, data in graph.edges(data=True):
        assert data["origins"] == len({place.rsplit("#p", 1)[0] for place in data["pages"].split("; ")})


def test_a_copy_is_no_second_origin() -> None:
    cited = [{"source": path, "page": 1} for path in ("a.txt", "copy.txt")]
    tie = {"id": "r", "type": "meet", "source_entity": "x", "target_entity": "y", "time": None, "citations": cited}
    people = [{"id": id, "name": id, "kind": "person", "roles": [], "protected": False} for id in "xy"]
    pages = [
        {"source": "a.txt", "page": 1, "near_duplicate_of": None},
        {"source": "copy.txt", "page": 1, "near_duplicate_of": "p"},
    ]
    kinds = {"relations": [tie], "entities": people, "pages": pages}
    assert b'<data key="edge-origins">1</data>' in graphml.graph(lambda kind: kinds[kind])


def test_names_with_signs_that_xml_forbids_are_written_without_them() -> None:
    people = [
        {"id": id, "name": f"<{id}>\x00\ud800 & co", "kind": "person", "roles": [], "protected": False} for id in "xy"
    ]
    tie = {"id": "r", "type": "meet", "source_entity": "x", "target_entity": "y", "time": None, "citations": []}
    kinds = {"relations": [tie], "entities": people, "pages": []}
    graph = networkx.parse_graphml(graphml.graph(lambda kind: kinds[kind]).decode())
    assert graph.nodes["x"]["label"] == "<x> & co"


def moment(earliest: str, latest: str, text: str = "Vu.") -> dict[str, Any]:
    time = {"edtf": f"{earliest}/{latest}", "earliest": earliest, "latest": latest}
    return {"id": earliest, "kind": "meet", "standing": "fact", "text": text, "time": time, "citations": []}


def test_slides_keep_vague_dates_vague_and_hours_where_they_are_told() -> None:
    rows = [
        moment("2023-03-11", "2023-03-20"),
        moment("2022-05-04T22:15", "2022-05-04T22:15"),
        moment("0000-01-01T00:00", "2021-01-01"),
    ]
    open_end, hour, vague = timelinejs.slides(lambda _: rows)["events"]
    assert (open_end["start_date"]["year"], "end_date" in open_end) == (2021, False)
    assert {part: hour["start_date"][part] for part in ("day", "hour", "minute")} == {
        "day": 4,
        "hour": 22,
        "minute": 15,
    }
    assert (vague["start_date"]["day"], vague["end_date"]["day"]) == (11, 20)


def test_slides_hold_no_markup_of_the_pages() -> None:
    (slide,) = timelinejs.slides(lambda _: [moment("2023-03-11", "2023-03-11", "<script>x</script>")])["events"]
    assert "<script" not in json.dumps(slide)


@pytest.mark.parametrize("form", ["ftm", "graphml", "timelinejs"])
def test_a_safe_export_holds_no_protected_name(told: greffier.Case, tmp_path: Path, form: str) -> None:
    told.protect("Odile MARCHEVAL", "Claire")
    open_text = "".join(path.read_text(encoding="utf-8") for path in told.export(tmp_path / "team", form=form))
    safe_text = "".join(
        path.read_text(encoding="utf-8") for path in told.export(tmp_path / "safe", form=form, safe=True)
    )
    assert re.search("marcheval", open_text, re.IGNORECASE)
    assert not re.search("marcheval", safe_text, re.IGNORECASE)  # nor « MARCHEVALLE », which may be her
    assert "KERLEVEN" in safe_text


def test_files_whose_masked_names_are_alike_stay_two(told: greffier.Case, tmp_path: Path) -> None:
    for name, text in (("MARCHEVAL.txt", "Une note du port."), ("MARCHEVAX.txt", "Une autre note.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        told.add(tmp_path / name)
    told.protect("Odile MARCHEVAL", "Claire")
    told.export(tmp_path / "ftm", form="ftm", safe=True)
    found = lines(tmp_path / "ftm" / "entities.ftm.json")
    pages = [row["properties"]["document"] for row in found if row["schema"] == "Page"]
    assert len({document for (document,) in pages}) == len(list(told.all(Source)))


def test_a_protection_holds_before_its_views_are_made(told: greffier.Case, tmp_path: Path) -> None:
    with (told.folder / "lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # another process holds the case: it makes the views when it is done
        told.protect("Odile MARCHEVAL", "Claire")
    assert not told.entity("Odile MARCHEVAL").protected
    told.export(tmp_path, safe=True)
    text = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.suffix == ".jsonl")
    assert not re.search("marcheval", text, re.IGNORECASE)


def test_kinds_and_links_are_refused(told: greffier.Case, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="has no kinds"):
        told.export(tmp_path, kinds=["events"], form="ftm")
    (tmp_path / "timeline.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideFailed, match="is a link"):
        told.export(tmp_path, form="timelinejs")
