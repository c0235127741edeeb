"""What real use left behind in a data directory of 0.1.0, all of it accepted by its public interfaces.

Refusals are steps too: the log tells them. What 0.1.0 took and a later build no longer takes has to stay readable.
"""
import concurrent.futures

PROGRAMMES = ["nghe-an-2023", "real-use", "archived", "far-past"]
CLERK = "secretariat-clerk"
OPEN = {"kind": "NONE_SET"}
ANY = (200, 201, 204, 400, 403, 404, 409, 412, 422)


def work(demo):
    for programme, year in (("real-use", 2026), ("archived", 2025), ("far-past", 2024)):
        open_programme(demo, programme, year)
    times(demo)
    texts(demo)
    json_at_its_edges(demo)
    visibilities(demo)
    groups(demo)
    slots_that_disagree(demo)
    transfers(demo)
    withdrawals(demo)
    commitments(demo)
    directory(demo)
    archive(demo)


def break_the_reports(demo):
    """Last, as 0.1.0 answers 500 to whoever asks for coverage from here on, and does not start again: it shows the
    coverage of the programme of 2023 at its start."""
    ask(demo, "far-past-1", programme="far-past", happenedAt="-1000000000-01-01T00:00:00Z")
    ask(demo, "far-past-2", programme="nghe-an-2023", happenedAt="-1000000000-01-01T00:00:00Z")
    ask(demo, "far-future-1", programme="far-past", expect=ANY, happenedAt="+1000000000-12-31T23:59:59.999999999Z")


def open_programme(demo, programme, year):
    demo.do("dialogue", "/api/programmes", CLERK, {
        "programmeId": programme, "year": year, "host": "peoples-committee", "title": {"vi": f"Đối thoại {year}", "en": f"Dialogue {year}"}})
    demo.do("dialogue", f"/api/programmes/{programme}/opening", CLERK, {})


def question(id, programme="real-use", parts=1, **more):
    return {"questionId": id, "programmeId": programme, "direction": "TO_LEADERSHIP", "unit": "dien-lam",
            "text": f"What of {id}?", "topics": ["roads"],
            "parts": [{"number": n, "text": f"Part {n} of {id}", "topics": []} for n in range(1, parts + 1)], **more}


def ask(demo, id, programme="real-use", parts=1, by="le-anh-nga", expect=(201,), **more):
    if demo.do("dialogue", "/api/questions", by, question(id, programme, parts, **more), expect=expect) == 201:
        demo.questions.add(id)


def assign(demo, id, *shares, due=OPEN, expect=(200,)):
    """Shares are (body, role, parts)."""
    demo.do("dialogue", f"/api/questions/{id}/assignments", CLERK, {"assignments": [
        {"assignmentId": f"{id}-{body}", "body": body, "role": role, "parts": list(parts), "due": due}
        for body, role, parts in shares]}, expect=expect)
    if expect == (200,):
        for body, _, _ in shares:
            arrived(demo, f"{id}-{body}")


def arrived(demo, assignment):
    demo.wait(assignment, lambda: demo.get("answer", f"/api/assignments/{assignment}")[0] == 200)


def desk(demo, assignment, act, by, body, expect=(200, 204)):
    return demo.do("answer", f"/api/assignments/{assignment}/{act}", by, body, expect=expect)


def answer(demo, assignment, parts, answer_id=None, body="home-affairs", head="nguyen-viet-hung", text="It will be done."):
    answer_id = answer_id or assignment + "-1"
    desk(demo, assignment, "acceptance", body + "-officer", {}, expect=ANY)
    desk(demo, assignment, "clearance", head, {"answerId": answer_id, "parts": [
        {"part": n, "text": text, "proposedDisposition": "ACCEPTED"} for n in parts]})
    desk(demo, assignment, "publication", body + "-officer", {"answerId": answer_id})


def noted(demo, id, assignment, answer_id):
    def known():
        seen = demo.get("dialogue", f"/api/questions/{id}")[1]["assignments"]
        return any(a["answerId"] == answer_id for s in seen if s["assignmentId"] == assignment for a in s["answers"])

    demo.wait(answer_id, known)


def slot_state(demo, id, assignment):
    slots = demo.get("dialogue", f"/api/questions/{id}")[1]["assignments"]
    return next(slot["state"] for slot in slots if slot["assignmentId"] == assignment)


def times(demo):
    ask(demo, "year-26", happenedAt="0026-03-01T08:00:00Z")
    ask(demo, "year-12345", happenedAt="+12345-03-01T08:00:00Z", expect=ANY)
    ask(demo, "year-0", happenedAt="0000-01-01T00:00:00Z")
    ask(demo, "before-christ", happenedAt="-0044-03-15T12:00:00Z")
    ask(demo, "with-offset", happenedAt="2026-03-01T08:00:00.123456789+07:00", expect=ANY)
    for id, day in (("due-2206", "2206-01-31"), ("due-12345", "+12345-01-31"), ("due-26", "0026-01-31"), ("due-far", "+999999999-12-31")):
        ask(demo, id)
        assign(demo, id, ("home-affairs", "LEAD", []), due={"kind": "BY_DATE", "date": day})
    # What happens to a question lies before the question.
    ask(demo, "backwards", happenedAt="2026-06-01T00:00:00Z")
    assign(demo, "backwards", ("home-affairs", "LEAD", []))
    desk(demo, "backwards-home-affairs", "acceptance", "home-affairs-officer", {"happenedAt": "2020-01-01T00:00:00Z"})
    desk(demo, "backwards-home-affairs", "holding-answer", "home-affairs-officer",
         {"text": "Later.", "expectedOn": "+12345-01-01", "happenedAt": "1970-01-01T00:00:00Z"})


def texts(demo):
    ask(demo, "lone-surrogate", text="high \ud800 and low \udc00")
    ask(demo, "controls", text="bell \u0007, escape \u001b[31m, delete \u007f, next line \u0085, line \u2028 and paragraph \u2029", expect=ANY)
    ask(demo, "nul", text="before\u0000after", expect=ANY)
    ask(demo, "bidi", text="user \u202egnp.exe\u202c and \u2066isolated\u2069 \u200fmarked", topics=["r\u202eoads"], expect=ANY)
    ask(demo, "invisible", text="\u200b\u2060\ufeff", topics=["\u200b"], expect=ANY)
    ask(demo, "decomposed", text="Die\u0302\u0303n La\u0302m", topics=["gia\u0301o du\u0323c"])
    ask(demo, "topics-1", topics=["giáo dục", "gia\u0301o du\u0323c", "giáo dục\u00a0", "gi\u00e1o\u00addục"], expect=ANY)
    ask(demo, "topics-2", topics=["Giáo dục"], expect=ANY)
    for n, topic in enumerate(("Roads", " roads", "roads ", "roads\u00a0", "ro\u00adads", "đường", "đươ\u0300ng", "straße", "strasse"), 1):
        ask(demo, f"topic-case-{n}", topics=[topic], expect=ANY)
    ask(demo, "emoji", text="👩‍🌾 \U0001f9d1\u200d\U0001f33e \U0010ffff \ufffe", expect=ANY)
    ask(demo, "long", text="x" * 4000, expect=ANY)
    ask(demo, "id with spaces", expect=ANY)
    ask(demo, "Ünïcode-ïd", expect=ANY)


def json_at_its_edges(demo):
    """Bodies as text: no writer of JSON would make them."""
    def raw(id, body):
        if demo.do("dialogue", "/api/questions", "le-anh-nga", body, expect=ANY) == 201:
            demo.questions.add(id)

    head = '"programmeId": "real-use", "direction": "TO_LEADERSHIP", "unit": "dien-lam", "parts": [{"number": 1, "text": "Part"}]'
    raw("doubled-names", '{"questionId": "doubled-names", %s, "text": "first", "text": "second",'
        ' "visibility": {"kind": "RESTRICTED", "bodies": ["home-affairs"]}, "visibility": {"kind": "PUBLIC"}}' % head)
    raw("instant-1e400", '{"questionId": "instant-1e400", %s, "text": "When?", "happenedAt": 1e400}' % head)
    raw("instant-number", '{"questionId": "instant-number", %s, "text": "When?", "happenedAt": 1700000000.5}' % head)
    raw("instant-negative", '{"questionId": "instant-negative", %s, "text": "When?", "happenedAt": -62135596801}' % head)
    raw("instant-array", '{"questionId": "instant-array", %s, "text": "When?", "happenedAt": [2026, 1, 2]}' % head)
    raw("fraction", '{"questionId": "fraction", %s, "text": "Which?"}' % head.replace('"number": 1', '"number": 1.9'))
    raw("spaces-in-enum", '{"questionId": "spaces-in-enum", %s, "text": "Which?"}' % head.replace('"TO_LEADERSHIP"', '" TO_LEADERSHIP "'))
    raw("yaml", "questionId: yaml")
    ask(demo, "due-number")
    demo.do("dialogue", "/api/questions/due-number/assignments", CLERK,
            '{"assignments": [{"assignmentId": "due-number-home-affairs", "body": "home-affairs", "role": "LEAD", "parts": [],'
            ' "due": {"kind": "BY_DATE", "date": 1e5}}]}', expect=ANY)
    demo.do("dialogue", "/api/questions/due-number/assignments", CLERK,
            '{"assignments": [{"assignmentId": "due-array-finance", "body": "finance", "role": "LEAD", "parts": [],'
            ' "due": {"kind": "BY_DATE", "date": [2027, 2, 3]}}]}', expect=ANY)


def visibilities(demo):
    ask(demo, "public-by-default")
    ask(demo, "null-visibility", visibility=None, expect=ANY)
    ask(demo, "internal", visibility={"kind": "INTERNAL"})
    ask(demo, "restricted", visibility={"kind": "RESTRICTED", "bodies": ["home-affairs"]})
    ask(demo, "restricted-to-nobody", visibility={"kind": "RESTRICTED", "bodies": []}, expect=ANY)
    ask(demo, "asked-by-a-clerk", by=CLERK, asker="le-anh-nga", expect=ANY)
    for id in ("public-by-default", "internal", "restricted"):
        others = [("finance", "COORDINATING", [])] if id != "restricted" else []
        assign(demo, id, ("home-affairs", "LEAD", []), *others)
        answer(demo, f"{id}-home-affairs", [1])
        noted(demo, id, f"{id}-home-affairs", f"{id}-home-affairs-1")


def group(demo, follower, lead, expect=(200,)):
    demo.do("dialogue", f"/api/questions/{follower}/group", CLERK, {"lead": lead}, expect=expect)


def groups(demo):
    for id in ("chain-a", "chain-b", "chain-c", "pair-lead", "pair-1", "pair-2", "late-a", "late-b", "late-c",
               "withdrawn-lead", "under-withdrawn", "under-restricted", "ungrouped", "ring-a", "ring-b"):
        ask(demo, id)
    # a under b, and only then b under c: 0.1.0 looks at the lead alone.
    group(demo, "chain-a", "chain-b")
    group(demo, "chain-b", "chain-c")
    # The other way round it refuses.
    group(demo, "late-b", "late-c")
    group(demo, "late-a", "late-b", expect=ANY)
    group(demo, "ring-a", "ring-b")
    group(demo, "ring-b", "ring-a", expect=ANY)
    # Both at once: each finds the other without a lead, if they are quick. One pair in some is a ring then.
    for n in range(1, 9):
        ask(demo, f"at-once-{n}a")
        ask(demo, f"at-once-{n}b")
        with concurrent.futures.ThreadPoolExecutor() as clerks:
            for follower, lead in (("a", "b"), ("b", "a")):
                clerks.submit(group, demo, f"at-once-{n}{follower}", f"at-once-{n}{lead}", expect=ANY)
    group(demo, "pair-1", "pair-lead")
    group(demo, "pair-2", "pair-lead")
    assign(demo, "pair-lead", ("home-affairs", "LEAD", []))
    answer(demo, "pair-lead-home-affairs", [1])
    noted(demo, "pair-lead", "pair-lead-home-affairs", "pair-lead-home-affairs-1")
    assign(demo, "pair-2", ("finance", "LEAD", []))
    group(demo, "under-withdrawn", "withdrawn-lead")
    demo.do("dialogue", "/api/questions/withdrawn-lead/withdrawal", "le-anh-nga", {"reason": "Settled."})
    group(demo, "under-restricted", "restricted")
    group(demo, "ungrouped", "pair-lead")
    demo.do("dialogue", "/api/questions/ungrouped/group", CLERK, None, method="DELETE")


def slots_that_disagree(demo):
    """A part is reopened, the body returns it, another part is reopened: OPEN there, RETURNED here."""
    ask(demo, "disagree", parts=2)
    assign(demo, "disagree", ("home-affairs", "LEAD", []))
    answer(demo, "disagree-home-affairs", [1, 2])
    noted(demo, "disagree", "disagree-home-affairs", "disagree-home-affairs-1")
    reopen(demo, "disagree", [1])
    demo.wait("the reopening", lambda: demo.get("answer", "/api/assignments/disagree-home-affairs")[1]["partsDue"] == [1])
    desk(demo, "disagree-home-affairs", "return", "home-affairs-officer", {"category": "NOT_RESPONSIBLE", "text": "Not ours."})
    demo.wait("the return", lambda: slot_state(demo, "disagree", "disagree-home-affairs") == "RETURNED")
    reopen(demo, "disagree", [2], expect=ANY)
    # Returned at once, never answered, and left there.
    ask(demo, "returned")
    assign(demo, "returned", ("finance", "LEAD", []))
    desk(demo, "returned-finance", "return", "finance-officer", {"category": "UNCLEAR", "text": "What is meant?"})
    demo.wait("the return", lambda: slot_state(demo, "returned", "returned-finance") == "RETURNED")


def reopen(demo, id, parts, expect=(200,)):
    demo.do("dialogue", f"/api/questions/{id}/reopening", "le-anh-nga", {"parts": parts, "reason": f"Parts {parts} are not answered."}, expect=expect)


def transfers(demo):
    """All parts are passed on, the answered and never contested ones too."""
    ask(demo, "passed-on", parts=2)
    assign(demo, "passed-on", ("home-affairs", "LEAD", []))
    answer(demo, "passed-on-home-affairs", [1, 2])
    noted(demo, "passed-on", "passed-on-home-affairs", "passed-on-home-affairs-1")
    reopen(demo, "passed-on", [2])
    demo.wait("the reopening", lambda: demo.get("answer", "/api/assignments/passed-on-home-affairs")[1]["partsDue"] == [2])
    demo.do("dialogue", "/api/questions/passed-on/assignments/passed-on-home-affairs/transfer", CLERK,
            {"body": "finance", "assignmentId": "passed-on-finance", "reason": "Finance knows."})
    arrived(demo, "passed-on-finance")
    ask(demo, "passed-on-open")
    assign(demo, "passed-on-open", ("home-affairs", "LEAD", []))
    demo.do("dialogue", "/api/questions/passed-on-open/assignments/passed-on-open-home-affairs/transfer", CLERK,
            {"body": "agriculture", "assignmentId": "passed-on-open-agriculture", "reason": "Agriculture knows."})
    arrived(demo, "passed-on-open-agriculture")


def withdrawals(demo):
    ask(demo, "withdrawn-answered", parts=2)
    assign(demo, "withdrawn-answered", ("home-affairs", "LEAD", [1]), ("finance", "LEAD", [2]))
    answer(demo, "withdrawn-answered-home-affairs", [1])
    noted(demo, "withdrawn-answered", "withdrawn-answered-home-affairs", "withdrawn-answered-home-affairs-1")
    demo.do("dialogue", "/api/questions/withdrawn-answered/withdrawal", "le-anh-nga", {"reason": "No longer wanted."})
    ask(demo, "concluded")
    assign(demo, "concluded", ("home-affairs", "LEAD", []))
    answer(demo, "concluded-home-affairs", [1])
    noted(demo, "concluded", "concluded-home-affairs", "concluded-home-affairs-1")
    demo.do("dialogue", "/api/questions/concluded/conclusion", "thai-thanh-quy",
            {"conclusions": [{"part": 1, "disposition": "ACCEPTED", "text": "Agreed."}], "happenedAt": "2001-01-01T00:00:00Z"})


def commit(demo, id, by, programme="real-use", expect=(200, 201, 204), **more):
    if demo.do("answer", "/api/commitments", by, {
            "commitmentId": id, "programmeId": programme, "committedBy": "BODIES", "bodies": ["home-affairs"],
            "text": f"Promise {id}", "due": OPEN, **more}, expect=expect) < 300:
        demo.commitments.add(id)


def commitments(demo):
    measure = {"unit": "people", "baseline": 127, "target": 0, "current": 127}
    commit(demo, "by-an-officer", "home-affairs-officer", subjects=[{"question": "concluded", "parts": [1]}])
    commit(demo, "by-a-head", "nguyen-viet-hung", bodies=["home-affairs", "finance"])
    commit(demo, "by-the-chair", "thai-thanh-quy", committedBy="LEADERSHIP", bodies=["party-committee"])
    commit(demo, "by-a-clerk", CLERK, bodies=["agriculture"])
    commit(demo, "measured", "nguyen-viet-hung", measure=measure, milestones=[
        {"id": "half", "text": "Half of it", "due": {"kind": "BY_DATE", "date": "2206-01-31"}},
        {"id": "all", "text": "All of it", "due": OPEN}])
    commit(demo, "measured-below-nothing", "nguyen-viet-hung", measure={"unit": "people", "baseline": -5, "target": -10, "current": -5.25}, expect=ANY)
    beyond = ('{"commitmentId": "measured-beyond", "programmeId": "real-use", "committedBy": "BODIES", "bodies": ["home-affairs"],'
              ' "text": "Promise", "due": {"kind": "NONE_SET"}, "measure": {"unit": "people", "baseline": 1e400, "target": -1e-400}}')
    if demo.do("answer", "/api/commitments", "nguyen-viet-hung", beyond, expect=ANY) < 300:
        demo.commitments.add("measured-beyond")
    commit(demo, "due-in-12345", "nguyen-viet-hung", due={"kind": "BY_DATE", "date": "+12345-01-31"})
    commit(demo, "due-in-26", "nguyen-viet-hung", happenedAt="0020-03-01T08:00:00Z", due={"kind": "BY_DATE", "date": "0026-01-31"})
    commit(demo, "promised-in-26", "nguyen-viet-hung", happenedAt="0026-03-01T08:00:00Z")
    progress = "/api/commitments/measured/progress"
    for _ in range(2):  # No key, no time of its own: it is recorded twice.
        demo.do("answer", progress, "home-affairs-officer", {"text": "We are at it.", "measured": 100})
    demo.do("answer", progress, "home-affairs-officer", {"text": "Below nothing.", "measured": -5})
    demo.do("answer", progress, "home-affairs-officer", {"text": "Before the promise.", "measured": 120, "happenedAt": "1999-01-01T00:00:00Z"})
    demo.do("answer", progress, "home-affairs-officer", {"text": "Half.", "reachedMilestones": ["half"], "happenedAt": "1000-01-01T00:00:00Z"})
    demo.do("answer", "/api/commitments/measured/completion", "home-affairs-officer", {"text": "Done, says the body."})
    demo.do("answer", "/api/commitments/measured/sending-back", CLERK, {"reason": "One milestone is not reached."})
    demo.do("answer", "/api/commitments/measured/completion", "home-affairs-officer", {
        "text": "Done now.", "evidence": [{"title": "Report", "url": "https://example.org/report"}]})
    demo.do("answer", "/api/commitments/measured/verification", CLERK, {"outcome": "IMPLEMENTED", "text": "Seen."})
    demo.do("answer", "/api/commitments/by-a-head/verification", CLERK, {"outcome": "NOT_IMPLEMENTED", "text": "Given up."})
    demo.do("answer", "/api/commitments/by-the-chair/progress", "party-committee-officer", {"text": "Begun."}, expect=ANY)


def directory(demo):
    demo.do("dialogue", "/api/people", CLERK, {"personId": "tran-van-quen", "name": "Tran Van Quen", "office": "Clerk of Dien Lam", "unit": "dien-lam"})
    demo.do("dialogue", "/api/people/tran-van-quen/office", CLERK, {"office": "Chairman of Dien Lam", "unit": "dien-lam", "happenedAt": "0026-01-01T00:00:00Z"})
    demo.do("dialogue", "/api/people/tran-van-quen/name-erasure", CLERK, {"reason": "Asked for it."})
    demo.do("dialogue", "/api/bodies/finance/name", CLERK, {
        "name": {"vi": "Sở Tài chính (mới)", "en": "Department of Finance (new)"}, "aliases": ["So Tai chinh"], "reason": "Merged."})
    for name in ("Xã Diễn Lâm", "Dien Lam again"):
        demo.do("dialogue", "/api/units/dien-lam/name", CLERK, {"name": {"vi": name, "en": name}, "reason": "Spelling."})
    demo.do("dialogue", "/api/programmes/real-use/figures", CLERK, {"figures": [
        {"label": {"vi": "Xã", "en": "Communes"}, "value": -0.5, "unit": "communes", "approximate": True}]})
    demo.do("dialogue", "/api/programmes/real-use/delegates", CLERK, {"person": "le-anh-nga"})


def archive(demo):
    """Archived with parts owed and commitments open: 0.1.0 asks nothing."""
    for id in ("owed-to-nobody", "owed-by-a-body", "owed-conclusion"):
        ask(demo, id, programme="archived", parts=2)
    assign(demo, "owed-by-a-body", ("home-affairs", "LEAD", [1]))
    assign(demo, "owed-conclusion", ("home-affairs", "LEAD", []))
    answer(demo, "owed-conclusion-home-affairs", [1, 2])
    noted(demo, "owed-conclusion", "owed-conclusion-home-affairs", "owed-conclusion-home-affairs-1")
    commit(demo, "open-in-the-archive", "nguyen-viet-hung", programme="archived")
    demo.do("dialogue", "/api/programmes/archived/session", CLERK, {"heldOn": "2025-08-01", "place": "Vinh"})
    demo.do("dialogue", "/api/programmes/archived/conclusion", CLERK, {"summary": "So it ended."}, expect=ANY)
    demo.do("dialogue", "/api/programmes/archived/conclusion", "thai-thanh-quy", {"summary": "So it ended."}, expect=ANY)
    demo.do("dialogue", "/api/programmes/archived/archive", CLERK, {})
    # answer-service never learns of it.
    answer(demo, "owed-by-a-body-home-affairs", [1])
    commit(demo, "promised-after-the-archive", "nguyen-viet-hung", programme="archived", expect=ANY)
