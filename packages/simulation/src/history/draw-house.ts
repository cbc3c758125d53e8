import type { Dice } from "./dice.ts";
import { type Happening, minutesInADay } from "./history.ts";

interface Wanted {
  days: number;
  residents: number;
}

const hour = 60;
const floors = 6;

/** People who move in and out, and what they do together. */
export function drawHouse(dice: Dice, { days, residents }: Wanted): Happening[] {
  const arrivals = Array.from({ length: residents }, (_none, number) =>
    drawArrival(dice.named(`resident-${number}`), number + 1, days),
  );
  const counts: Counts = { event: 0, repair: 0, announcement: 0, topic: 0 };
  const life = Array.from({ length: days }, (_none, day) =>
    drawDay(dice.named(`${day}`), { day, residents, counts }),
  );
  return [...arrivals.flat(), ...life.flat()];
}

/** Two of three in the first days, the others in the months after. */
function drawArrival(dice: Dice, resident: number, days: number): Happening[] {
  const day = dice.happens(66) ? dice.whole(0, Math.min(2, days - 1)) : dice.whole(0, days - 1);
  const at = day * minutesInADay + dice.whole(6 * hour, 23 * hour);
  const register: Happening = { kind: "register", resident, unitId: unit(dice), at };
  const decided = at + dice.whole(hour, 3 * minutesInADay);
  const status = dice.happens(92) ? "verified" : "rejected";
  // Nobody may look at a registration, which then lapses.
  if (dice.happens(4)) return [register];
  const preferences: Happening = {
    kind: "save-preferences",
    resident,
    email: dice.happens(75),
    push: dice.happens(40),
    timing: dice.happens(70) ? "immediate" : "digest",
    digest: dice.one(["daily", "weekly", "off"]),
    quiet: dice.happens(30),
    at: decided + dice.whole(1, 600),
  };
  return [
    register,
    { kind: "decide", resident, status, at: decided },
    ...(dice.happens(50) ? [preferences] : []),
  ];
}

interface Counts {
  event: number;
  repair: number;
  announcement: number;
  topic: number;
}

interface Day {
  day: number;
  residents: number;
  counts: Counts;
}

function drawDay(dice: Dice, day: Day): Happening[] {
  return [
    ...(dice.happens(40) ? drawEvent(dice, day) : []),
    ...Array.from({ length: dice.whole(0, Math.ceil(day.residents / 50)) }, () =>
      drawRepair(dice, day),
    ).flat(),
    ...(dice.happens(25) ? drawAnnouncement(dice, day) : []),
    ...(dice.happens(50) ? drawTopic(dice, day) : []),
    ...(dice.happens(50) ? drawChange(dice, day) : []),
  ];
}

function drawEvent(dice: Dice, { day, residents, counts }: Day): Happening[] {
  counts.event += 1;
  const eventId = `evt_c${counts.event}`;
  const at = moment(dice, day);
  const daysAhead = dice.whole(2, 12);
  const capacity = dice.happens(60) ? dice.whole(3, 20) : undefined;
  const most = Math.max(3, Math.floor(residents / 12));
  const answers = Array.from(
    { length: dice.whole(2, most) },
    (): Happening => ({
      kind: "answer-event",
      eventId,
      resident: dice.whole(1, residents),
      response: dice.weighted({ going: 70, maybe: 15, declined: 15 }),
      guests: dice.whole(0, 3),
      at: at + dice.whole(10, (daysAhead + 1) * minutesInADay),
    }),
  );
  const changed = at + dice.whole(hour, daysAhead * minutesInADay);
  return [
    { kind: "create-event", eventId, daysAhead, capacity, at },
    ...answers,
    ...(dice.happens(25)
      ? ([{ kind: "update-event", eventId, location: "The garden", at: changed }] as const)
      : []),
    ...(dice.happens(15) ? ([{ kind: "cancel-event", eventId, at: changed + 30 }] as const) : []),
  ];
}

function drawRepair(dice: Dice, { day, residents, counts }: Day): Happening[] {
  counts.repair += 1;
  const number = counts.repair;
  const requestId = `req_c${number}`;
  const resident = dice.whole(1, residents);
  const at = moment(dice, day);
  const category = dice.one(["plumbing", "heating", "electrical"]);
  const priority = dice.one(["urgent", "normal"]);
  const report: Happening = { kind: "report-repair", requestId, resident, category, priority, at };
  const assigned = at + dice.whole(30, minutesInADay);
  const resolved = assigned + dice.whole(hour, 4 * minutesInADay);
  const after = resolved + dice.whole(hour, 2 * minutesInADay);
  const steps: Happening[] = [
    { kind: "assign-repair", requestId, assigneeId: dice.one(["admin_001", "admin_002"]), at: assigned },
    { kind: "comment-repair", requestId, entryId: `entry_c${number}`, resident, at: assigned + 10 },
    { kind: "resolve-repair", requestId, at: resolved },
  ];
  const end = dice.weighted({ confirmed: 50, again: 20, lapses: 20, withdrawn: 10 });
  if (end === "withdrawn") return [report, { kind: "withdraw-repair", requestId, resident, at: assigned }];
  if (end === "confirmed")
    return [report, ...steps, { kind: "confirm-repair", requestId, resident, at: after }];
  if (end === "lapses") return [report, ...steps.slice(0, dice.whole(0, 3))];
  return [
    ...[report, ...steps],
    { kind: "reopen-repair", requestId, entryId: `entry_r${number}`, resident, at: after },
    { kind: "resolve-repair", requestId, at: after + 2 * hour },
  ];
}

function drawAnnouncement(dice: Dice, { day, counts }: Day): Happening[] {
  counts.announcement += 1;
  const announcementId = `ann_c${counts.announcement}`;
  const at = moment(dice, day);
  const floor = dice.happens(30) ? dice.whole(1, floors) : undefined;
  return [
    { kind: "announce", announcementId, floor, urgent: dice.happens(15), at },
    ...(dice.happens(10)
      ? ([{ kind: "withdraw-announcement", announcementId, at: at + hour }] as const)
      : []),
  ];
}

function drawTopic(dice: Dice, { day, residents, counts }: Day): Happening[] {
  counts.topic += 1;
  const number = counts.topic;
  const topicId = `topic_c${number}`;
  const at = moment(dice, day);
  const resident = () => dice.whole(1, residents);
  const posts = Array.from(
    { length: dice.whole(0, 6) },
    (_none, post): Happening => ({
      kind: "write-post",
      topicId,
      postId: `post_c${number}p${post}`,
      resident: resident(),
      ...(dice.happens(30) ? { mentions: resident() } : {}),
      at: at + dice.whole(5, 3 * minutesInADay),
    }),
  );
  const followed: Happening = {
    kind: "follow-topic",
    topicId,
    resident: resident(),
    choice: dice.one(["following", "muted"]),
    at: at + dice.whole(1, minutesInADay),
  };
  return [
    { kind: "open-topic", topicId, postId: `post_c${number}`, resident: resident(), at },
    ...posts,
    followed,
  ];
}

function drawChange(dice: Dice, { day, residents }: Day): Happening[] {
  const resident = dice.whole(1, residents);
  const at = moment(dice, day);
  const weights = { unit: 25, leaves: 20, suspended: 10, closes: 10, emails: 35 };
  switch (dice.weighted(weights)) {
    case "unit":
      return [
        { kind: "request-unit", resident, unitId: unit(dice), at },
        { kind: "decide", resident, status: "verified", at: at + dice.whole(hour, minutesInADay) },
      ];
    case "leaves":
      return [
        { kind: "change-standing", resident, standing: "alumni", at },
        { kind: "remove-resident", resident, at: at + dice.whole(hour, minutesInADay) },
      ];
    case "suspended":
      return [
        { kind: "change-standing", resident, standing: "suspended", at },
        { kind: "change-standing", resident, standing: "resident", at: at + 3 * minutesInADay },
      ];
    case "closes":
      return [{ kind: "close-residency", resident, at }];
    case "emails":
      return [
        { kind: "stop-emails", resident, subscription: dice.one(["community", "forum", "digest"]), at },
      ];
  }
}

function unit(dice: Dice): string {
  return `unit_${dice.whole(1, floors)}${dice.one(["A", "B", "C", "D"])}`;
}

function moment(dice: Dice, day: number): number {
  return day * minutesInADay + dice.whole(7 * hour, 22 * hour);
}
