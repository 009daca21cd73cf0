"""Letters are laid in threads by their ids; what is missing is a gap, and no circle or crowd stops it."""

from __future__ import annotations

import time

import pytest

from greffier.assembling.subjects import bare, is_reply, without_reply
from greffier.assembling.threads import threads
from greffier.records import Dossier, Letter, Source, Time


def source(path, id=None, *, refs=(), reply=None, subject="La pesée", day=None, sender=None, to=(), parent=None):
    sent = Time(f"{day}:00", day, day, "Etc/UTC") if day else None
    told = Letter(
        id and f"<{id}>", reply and f"<{reply}>", tuple(f"<{one}>" for one in refs), subject, sent, sender, tuple(to)
    )
    return Source(path, path, path, "message/rfc822", 1, "read", parent, pages=1, letter=told)  # fmt: skip


def laid(*sources):
    return threads(Dossier(sources=tuple(sources)))


def drawn(thread):
    return [(one.source, one.parent, one.how, one.missing) for one in thread.letters]


def test_answers_stand_under_what_they_answer_in_the_order_of_time():
    [thread] = laid(
        source("d", "d@x", refs=["a@x", "b@x"], day="2023-03-20T09:00", subject="RE: la pesée"),
        source("c", "c@x", refs=["a@x"], day="2023-03-19T09:00", subject="Re: La pesée", sender="odile@x"),
        source("b", "b@x", reply="a@x", day="2023-03-18T09:00", sender="yann@x", to=["odile@x"]),
        source("a", "a@x", day="2023-03-17T09:00"),
    )
    assert drawn(thread) == [
        ("a", None, None, None),
        ("b", "a", "reply", None),
        ("d", "b", "references", None),
        ("c", "a", "references", None),
    ]
    assert thread.subject == "La pesée"
    assert thread.participants == ("odile@x", "yann@x")
    assert (thread.first.earliest, thread.last.earliest) == ("2023-03-17T09:00", "2023-03-20T09:00")
    assert thread.missing == ()


def test_time_is_compared_across_zones():
    early, late = source("early", "1@x", refs=["0@x"]), source("late", "2@x", refs=["0@x"])
    said = Time("2023-03-17T10:00:00", "2023-03-17T10:00", "2023-03-17T10:00", "Etc/GMT-2")
    after = Time("2023-03-17T09:00:00", "2023-03-17T09:00", "2023-03-17T09:00", "Etc/GMT+5")
    [thread] = laid(*(dated(one, when) for one, when in ((late, after), (early, said))))
    assert [one.source for one in thread.letters] == ["early", "late"]
    assert thread.last == after


def dated(one, when):
    letter = one.letter
    told = Letter(letter.message_id, letter.in_reply_to, letter.references, letter.subject, when)
    return Source(one.id, one.path, one.sha256, one.media_type, 1, "read", letter=told)


def test_missing_letters_are_gaps():
    [thread] = laid(source("a", "a@x"), source("c", "c@x", refs=["a@x", "b@x"]), source("d", "d@x", reply="b@x"))
    assert drawn(thread) == [("a", None, None, None), ("c", "a", "references", "<b@x>"), ("d", "a", "reply", "<b@x>")]
    assert thread.missing == ("<b@x>",)


def test_two_answers_to_a_letter_that_nobody_has_are_one_thread():
    [thread] = laid(source("b", "b@x", reply="a@x"), source("c", "c@x", reply="a@x"))
    assert drawn(thread) == [("b", None, "reply", "<a@x>"), ("c", None, "reply", "<a@x>")]


def test_one_letter_that_answers_a_missing_one_is_a_thread_and_one_alone_is_none():
    assert [drawn(one) for one in laid(source("b", "b@x", reply="a@x"), source("c", "c@x"), source("d"))] == [
        [("b", None, "reply", "<a@x>")]
    ]


def test_the_same_id_twice_keeps_both_letters_in_one_thread():
    [thread] = laid(
        source("inbox/a", "a@x", day="2023-03-17T09:00"),
        source("sent/a", "a@x", day="2023-03-17T09:00", subject="Autre chose"),
        source("b", "b@x", reply="a@x"),
    )
    assert drawn(thread) == [
        ("inbox/a", None, None, None),
        ("b", "inbox/a", "reply", None),
        ("sent/a", None, None, None),
    ]


def test_one_letter_in_two_forms_is_no_thread():
    assert laid(source("inbox/a", "a@x"), source("sent/a", "a@x")) == []


def test_one_id_on_letters_that_are_not_alike_joins_nothing():
    assert laid(
        source("a", "0@localhost", subject="Une chose", day="2023-03-17T09:00"),
        source("b", "0@localhost", subject="Autre chose", day="2023-04-17T09:00"),
        source("c", "0@localhost", subject=""),
        source("d", "0@localhost", subject=""),
    ) == []  # fmt: skip


def test_what_a_mail_holds_under_its_own_id_is_no_second_letter():
    assert laid(source("a.eml", "a@x"), source("a.eml/winmail.dat", "a@x", parent="a.eml")) == []


def test_a_mail_in_a_mail_has_its_own_place():
    [thread] = laid(source("b.eml", "b@x", reply="a@x"), source("b.eml/a.eml", "a@x", parent="b.eml"))
    assert drawn(thread) == [("b.eml/a.eml", None, None, None), ("b.eml", "b.eml/a.eml", "reply", None)]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_circle_is_cut_before_its_earliest_letter(size):
    letters = [
        source(f"{n}", f"{n}@x", reply=f"{(n + 1) % size}@x", day=f"2023-03-{17 + n}T09:00") for n in range(size)
    ]
    found = laid(*letters, source("z", "z@x", reply="0@x"))
    [thread] = found
    assert len(thread.letters) == size + 1
    assert drawn(thread)[0] == ("0", None, None, None)


def test_a_circle_among_missing_letters_is_cut():
    [thread] = laid(source("a", "a@x", refs=["1@x", "2@x", "3@x"]), source("b", "b@x", refs=["3@x", "2@x", "1@x"]))
    assert sorted(thread.missing) == ["<1@x>", "<2@x>", "<3@x>"]
    assert len(thread.letters) == 2


def test_what_others_tell_of_a_letter_counts_where_it_tells_nothing():
    [thread] = laid(source("a", "a@x"), source("b", "b@x"), source("c", "c@x", refs=["a@x", "b@x"]))
    assert drawn(thread) == [("a", None, None, None), ("b", "a", "references", None), ("c", "b", "references", None)]
    [thread] = laid(source("a", "a@x"), source("b", "b@x", reply="0@x"), source("c", "c@x", refs=["a@x", "b@x"]))
    assert drawn(thread) == [("b", None, "reply", "<0@x>"), ("c", "b", "references", None)]


def test_an_address_where_an_id_should_stand_ties_nothing():
    assert laid(*(source(n, f"{n}@x", reply="odile@x", to=["odile@x"]) for n in "abc")) == []


def test_a_reply_without_ids_is_tied_by_its_subject_to_who_wrote_it():
    first = source("a", subject="Le quai 7", day="2023-03-17T09:00", sender="Odile", to=["Yann"])
    reply = {"subject": "RE : le quai 7", "day": "2023-03-18T09:00", "sender": "YANN", "to": ["odile"]}
    [thread] = laid(first, source("b", **reply))
    assert drawn(thread) == [("a", None, None, None), ("b", "a", "subject", None)]
    for other in (
        {"subject": "Le quai 7"}, {"subject": "TR: le quai 7"}, {"subject": "Re: le quai 8"}, {"sender": "Marthe"},
        {"to": ["Marthe"]}, {"day": "2023-03-16T09:00"}, {"day": "2023-09-16T09:00"}, {"day": None}, {"sender": None},
    ):  # fmt: skip
        assert laid(first, source("b", **(reply | other))) == [], other


def test_the_order_in_which_letters_come_changes_nothing():
    letters = [
        source(f"{n}", f"{n % 5}@x", refs=[f"{n % 3}@x", f"{n % 7}@x"], day=f"2023-03-{10 + n}T09:00") for n in range(9)
    ]
    assert laid(*letters) == laid(*reversed(letters))


def test_no_letters_no_threads():
    assert laid(Source("a", "a.txt", "a", "text/plain", 1, "read")) == []


@pytest.mark.parametrize("kind", ["chain", "star", "copies", "subjects", "missing"])
def test_a_crowd_takes_no_time(kind):
    count = 5_000

    def one(n):
        path, day = f"{n:05}", f"20{n // 336 % 90 + 10}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}T09:00"
        if kind == "subjects":
            return source(path, subject="Re: x", day=day, sender=f"{n}@x", to=[f"{n + 9}@x"])
        if kind == "copies":
            return source(path, f"{n // 2}@x", reply=f"{n // 2 + 1}@x", day=day)
        if kind == "missing":
            return source(path, f"{n}@y", refs=[f"{n + 1}@x", f"{n}@x"])
        return source(path, f"{n}@x", reply=f"{n + 1 if kind == 'chain' else 0}@x", day=day)

    letters = list(map(one, range(count)))
    began = time.process_time()
    found = laid(*letters)
    assert time.process_time() - began < 10
    assert sum(len(thread.letters) for thread in found) == (0 if kind == "subjects" else count)


@pytest.mark.parametrize(
    ("subject", "left"),
    [
        ("Re: RE: Re[2]: TR : Aw: la pesée", "la pesée"),
        ("[quai] Re: [quai] la pesée", "la pesée"),
        ("Rép : la pesée", "la pesée"),
        ("Référence : 2023/114", "Référence : 2023/114"),
        ("Recette", "Recette"),
        ("Re:", ""),
        ("Re: " * 70, ""),
        ("[quai]", "[quai]"),
    ],
)
def test_what_is_left_of_a_subject(subject, left):
    assert without_reply(subject) == left
    assert bare(subject) == left.casefold().replace("é", "e").replace(" :", ":")


def test_what_is_passed_on_answers_nothing():
    assert is_reply("RE : la pesée")
    assert not is_reply("TR: RE: la pesée")
    assert not is_reply("Recette")
