import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import { type HouseAct, residentOf } from "../history/house-acts.ts";
import type { City } from "../world/city.ts";
import { type ActOf, type ActOutcome, codeOf, type Doings } from "./outcome.ts";

/** Who is signed in: the session that a page would have. */
const admin = {
  id: "admin_001",
  name: "Maria Delgado",
  email: "maria.delgado@ten-ocean.example",
  role: "association-admin",
} as const;

/** Nobody who does not live here is signed in as a resident. */
const notSignedIn = "not-signed-in";

async function personOf({ ports }: City, resident: number) {
  const { userId, firstName, lastName, email } = residentOf(resident);
  const found = await ports.tenOcean.residents.get(userId);
  if (found?.standing !== "resident") return undefined;
  return { id: userId, name: `${firstName} ${lastName}`, email, role: "resident" } as const;
}

/** What people do at 10 Ocean. */
export const houseDoings: Doings<HouseAct> = {
  register,
  decide: async ({ house }, { resident, status }) => {
    const { userId } = residentOf(resident);
    const reason = status === "rejected" ? "No lease was found." : "";
    return codeOf(await house.decideRegistration({ reviewer: admin, userId, status, reason }));
  },
  async "request-unit"(city, { resident, unitId }) {
    const person = await personOf(city, resident);
    return person ? codeOf(await city.house.requestNewUnit({ resident: person, unitId })) : notSignedIn;
  },
  "change-standing": async ({ house }, { resident, standing }) =>
    codeOf(await house.changeStanding({ admin, userId: residentOf(resident).userId, standing })),
  async "close-residency"(city, { resident }) {
    const person = await personOf(city, resident);
    if (!person) return notSignedIn;
    const closed = await city.house.closeResidency({ resident: person, confirmed: "yes" });
    if (closed.ok) remember(city, resident);
    return codeOf(closed);
  },
  async "remove-resident"(city, { resident }) {
    const { userId } = residentOf(resident);
    const removed = await city.house.removeResident({ admin, userId, confirmed: "yes" });
    if (removed.ok) remember(city, resident);
    return codeOf(removed);
  },
  async "save-preferences"(city, { resident, email, push, timing, digest, quiet }) {
    const person = await personOf(city, resident);
    if (!person) return notSignedIn;
    city.memory.chosenAt.set(person.id, city.now());
    const kind = { email, push, timing };
    const kinds = { announcement: kind, community: kind, maintenance: kind, forum: kind, verification: kind };
    const hours = quiet ? { quietFrom: "22:00", quietTo: "07:30" } : { quietFrom: "", quietTo: "" };
    return codeOf(await city.house.savePreferences({ resident: person, kinds, digest, ...hours }));
  },
  async "stop-emails"({ ports, house, memory, now }, { resident, subscription }) {
    const { userId } = residentOf(resident);
    const [link] = await ports.tenOcean.unsubscribeTokens.of([userId]);
    memory.chosenAt.set(userId, now());
    return link ? codeOf(await house.unsubscribe({ token: link.token, subscription, undo: "" })) : "no-link";
  },
  "create-event": async ({ house, now }, { eventId, daysAhead, capacity }) => {
    const day = toBuildingTime(new Date(now() + daysAhead * 86_400_000).toISOString()).slice(0, 10);
    const words = { title: `Evening ${eventId}`, description: "Bring a dish.", location: "The roof" };
    const times = { startsAt: `${day}T18:00`, endsAt: "" };
    const seats = capacity === undefined ? "" : String(capacity);
    return codeOf(
      await house.createEvent({ organizer: admin, eventId, ...words, ...times, capacity: seats }),
    );
  },
  "update-event": async ({ ports, house }, { eventId, location }) => {
    const event = await ports.tenOcean.communityEvents.get(eventId);
    if (!event) return "unknown-event";
    const { title, description, startsAt, capacity, revision } = event;
    return codeOf(
      await house.updateEvent({
        ...{ organizer: admin, seen: String(revision), eventId, title, description, location },
        ...{ startsAt: toBuildingTime(startsAt), endsAt: "" },
        capacity: capacity === undefined ? "" : String(capacity),
      }),
    );
  },
  "cancel-event": async ({ house }, { eventId }) =>
    codeOf(await house.cancelEvent({ organizer: admin, eventId, reason: "Rain." })),
  async "answer-event"(city, { eventId, resident, response, guests }) {
    const member = await personOf(city, resident);
    if (!member) return notSignedIn;
    return codeOf(await city.house.answerEvent({ member, eventId, response, guests: String(guests) }));
  },
  async "report-repair"(city, { requestId, resident, category, priority }) {
    const person = await personOf(city, resident);
    if (!person) return notSignedIn;
    const home = (await city.ports.tenOcean.residents.get(person.id))?.unitId;
    const place = home ?? "unit_common";
    const description = `Something is wrong with the ${category}.`;
    return codeOf(
      await city.house.reportRequest({
        person,
        requestId,
        category,
        priority,
        place,
        area: "Lobby",
        description,
      }),
    );
  },
  "assign-repair": async ({ house }, { requestId, assigneeId }) =>
    codeOf(await house.assignRequest({ person: admin, requestId, assigneeId })),
  async "comment-repair"(city, { requestId, entryId, resident }) {
    const person = await personOf(city, resident);
    if (!person) return notSignedIn;
    return codeOf(await city.house.commentOnRequest({ person, requestId, entryId, comment: "Any news?" }));
  },
  "resolve-repair": async ({ house }, { requestId }) =>
    codeOf(await house.resolveRequest({ person: admin, requestId, resolution: "A new part was put in." })),
  async "confirm-repair"(city, { requestId, resident }) {
    const person = await personOf(city, resident);
    return person ? codeOf(await city.house.confirmRequest({ person, requestId })) : notSignedIn;
  },
  async "reopen-repair"(city, { requestId, entryId, resident }) {
    const person = await personOf(city, resident);
    if (!person) return notSignedIn;
    return codeOf(await city.house.reopenRequest({ person, requestId, entryId, problem: "It drips again." }));
  },
  async "withdraw-repair"(city, { requestId, resident }) {
    const person = await personOf(city, resident);
    return person ? codeOf(await city.house.withdrawRequest({ person, requestId })) : notSignedIn;
  },
  announce: async ({ house }, { announcementId, floor, urgent }) =>
    codeOf(
      await house.publishAnnouncement({
        ...{
          announcer: admin,
          announcementId,
          title: `Notice ${announcementId}`,
          body: "Read this, please.",
        },
        ...{ floor: floor === undefined ? "" : String(floor), urgent: urgent ? "yes" : "" },
      }),
    ),
  "withdraw-announcement": async ({ house }, { announcementId }) =>
    codeOf(await house.withdrawAnnouncement({ announcer: admin, announcementId })),
  async "open-topic"(city, { topicId, postId, resident }) {
    const writer = await personOf(city, resident);
    if (!writer) return notSignedIn;
    const text = { title: `About ${topicId}`, body: `What do you think of ${postId}?` };
    return codeOf(await city.house.openTopic({ writer, topicId, postId, ...text }));
  },
  async "write-post"(city, { topicId, postId, resident, mentions }) {
    const writer = await personOf(city, resident);
    if (!writer) return notSignedIn;
    const named = mentions === undefined ? undefined : residentOf(mentions);
    const body = `${postId}: well said${named ? `, @${named.firstName} ${named.lastName}` : ""}.`;
    return codeOf(await city.house.writePost({ writer, topicId, postId, replyTo: "", body }));
  },
  async "follow-topic"(city, { topicId, resident, choice }) {
    const writer = await personOf(city, resident);
    return writer ? codeOf(await city.house.followTopic({ writer, topicId, choice })) : notSignedIn;
  },
};

/** The form, and then the link that it sends. */
async function register(city: City, act: ActOf<HouseAct, "register">): Promise<ActOutcome> {
  const resident = residentOf(act.resident);
  const filledIn = await city.house.registerResident({ ...resident, unitId: act.unitId });
  await city.settle();
  const kept = await city.ports.tenOcean.registrations.get(resident.userId);
  if (!filledIn.ok || !kept) return codeOf(filledIn);
  return codeOf(await city.house.confirmRegistration({ token: kept.token }));
}

function remember(city: City, resident: number): void {
  const { email, lastName } = residentOf(resident);
  city.memory.gone.push({ email, name: lastName, at: city.now() });
}
