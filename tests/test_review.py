"""Names that nobody has decided on: in which order, what people say of them, and what happens when they disagree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import greffier
from greffier.cli import greffier as cli
from greffier.errors import WrongUsage
from greffier.records import Judgement
from greffier.serving import guard
from greffier.serving.app import create_app

LEFT, RIGHT = "Odile MARCHEVAL", "Odile MARCHEVALLE"


@contextmanager
def by(case: greffier.Case, user: str) -> Iterator[greffier.Case]:
    """The same case in the hands of somebody else."""
    with greffier.open_case(case.root, user=user, runner="serial") as other:
        yield other


def one(case: greffier.Case) -> bool:
    return {LEFT, RIGHT} <= {form.value for form in case.entity(LEFT).names}


def test_a_pair_in_doubt_waits_with_what_it_would_change(quay: greffier.Case) -> None:
    (pair,) = quay.review()
    assert {pair.left.name, pair.right.name} == {LEFT, RIGHT}
    assert (pair.mentions, pair.disputed, pair.looked) == (1, False, ())


def test_each_verdict_empties_the_queue_and_can_be_undone(quay: greffier.Case) -> None:
    quay.merge(LEFT, RIGHT)
    assert one(quay)
    assert quay.review() == []
    quay.undo()
    assert not one(quay)
    quay.split(LEFT, "another hand", apart=RIGHT)
    assert quay.review() == []
    quay.undo()
    quay.unsure(LEFT, RIGHT, "ask the registry")
    (pair,) = quay.review()
    assert [look.why for look in pair.looked] == ["ask the registry"]
    quay.undo()
    assert quay.review()[0].looked == ()
    assert quay.verify() == []


def test_a_merge_against_a_split_is_refused_with_the_evidence(quay: greffier.Case) -> None:
    split = quay.split(LEFT, "born in 1970 and in 1991", apart=RIGHT)
    for anyway in (False, True):
        with pytest.raises(WrongUsage, match="born in 1970 and in 1991") as refused:
            quay.merge(LEFT, RIGHT, anyway=anyway)
        assert split.id in refused.value.next
    quay.undo(split.id)
    quay.merge(LEFT, RIGHT)
    assert one(quay)


def test_a_merge_that_reaches_a_split_through_another_name_is_refused(quay: greffier.Case) -> None:
    quay.split(LEFT, apart=RIGHT)
    quay.merge(RIGHT, "Luc ANDRIEU")
    with pytest.raises(WrongUsage, match="are not one"):
        quay.merge("Luc ANDRIEU", LEFT)


def test_two_people_who_disagree_are_both_kept_and_the_names_stay_apart(quay: greffier.Case) -> None:
    with by(quay, "ana") as hers:
        hers.split(LEFT, "two signatures", apart=RIGHT)
    with by(quay, "luc") as his:
        with pytest.raises(WrongUsage, match="ana said") as refused:
            his.merge(LEFT, RIGHT)
        assert "--anyway" in refused.value.next
        his.merge(LEFT, RIGHT, "one passport", anyway=True)
        assert not one(his)
        (pair,) = his.review()
        assert pair.disputed
        assert [reason.text for reason in pair.judgement.reasons] == ["luc: one passport", "ana: two signatures"]
        assert his.verify() == []
    with by(quay, "ana") as hers:
        hers.undo(next(one.id for one in hers.decisions() if one.by == "ana"))
        assert one(hers)


def test_whoever_splits_later_does_not_silence_who_joined(quay: greffier.Case) -> None:
    with by(quay, "luc") as his:
        his.merge(LEFT, RIGHT, "one passport")
    with by(quay, "ana") as hers:
        hers.split(RIGHT, "two signatures")
        assert not one(hers)
        told = [judged for judged in hers.all(Judgement) if judged.by == "luc, ana"]
        assert {judged.verdict for judged in told} == {"unsure"}


def test_the_command_line(quay: greffier.Case) -> None:
    def run(*words: str) -> str:
        return CliRunner().invoke(cli, ["-C", str(quay.root), *words], catch_exceptions=False).stdout

    assert "1 mentions" in " ".join(run("people", "--review").split())
    assert '"disputed":false' in run("people", "--review", "--json")
    assert "left open" in run("unsure", LEFT, RIGHT)
    assert "are two" in run("split", LEFT, "--from", RIGHT)
    assert "To review: nothing." in run("people", "--review")


def test_the_workbench_shows_both_and_takes_a_verdict(quay: greffier.Case) -> None:
    client = TestClient(create_app(quay), follow_redirects=False, headers={"accept-language": "fr"})
    page = client.get("/review").text
    assert "est-ce le même" in page
    assert page.count("MARCHEVALLE") > 1
    (pair,) = client.get("/review.json").json()["pairs"]
    assert client.get(pair["url"]).status_code == 200
    token = client.cookies[guard.COOKIE]
    for verdict in ("unsure", "different"):
        answer = client.post(f"{pair['url']}/{verdict}", data={"token": token, "why": "two hands"})
        assert answer.status_code == 303
    told = client.get("/review.json").json()
    assert told["pairs"] == []
    assert [each["verb"] for each in told["decided"]] == ["split", "unsure"]
    assert client.get(pair["url"]).status_code == 404
    refused = client.post(
        f"/entity/{quay.entity(LEFT).id}/merge", data={"token": token, "other": quay.entity(RIGHT).id}
    )
    assert refused.status_code == 400
    assert "two hands" in refused.text
    client.post(f"/decisions/{told['decided'][0]['id']}/undo", data={"token": token})
    assert len(client.get("/review.json").json()["pairs"]) == 1
