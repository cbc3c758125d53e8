import type { CommunityEvent, Rsvp } from "@org/stores/ten-ocean/port";
import { tenOcean } from "../../stores.ts";
import { formatDayTime } from "../building-time.ts";
import { answerMark } from "../community/event-view.ts";
import { HomeCard, HomeItem } from "./home-card.tsx";

const shown = 3;

interface ComingEventsProps {
  /** Whose answers are shown; nobody's for those who cannot answer. */
  userId: string | undefined;
}

/** What takes place next in the house, with the reader's answers. */
export async function ComingEvents({ userId }: ComingEventsProps) {
  const { communityEvents, rsvps } = tenOcean();
  const [coming, answers] = await Promise.all([
    communityEvents.coming(),
    userId === undefined ? [] : rsvps.list({ userId }),
  ]);
  const next = coming.filter(({ status }) => status === "scheduled").slice(0, shown);
  return (
    <HomeCard
      title="Coming events"
      more={{ href: "/ten-ocean/events", label: "All events" }}
      empty="Nothing is planned."
    >
      {next.map((event) => (
        <ComingEvent
          key={event.eventId}
          event={event}
          answer={answers.find(({ eventId }) => eventId === event.eventId)}
          answers={userId !== undefined}
        />
      ))}
    </HomeCard>
  );
}

interface ComingEventProps {
  event: CommunityEvent;
  answer: Rsvp | undefined;
  /** Whether the reader can answer at all. */
  answers: boolean;
}

function ComingEvent({ event, answer, answers }: ComingEventProps) {
  const { eventId, title, startsAt, location } = event;
  const tone = answer?.response === "going" ? (answer.seated ? "good" : "warn") : "plain";
  return (
    <HomeItem
      href={`/ten-ocean/events/${eventId}`}
      title={title}
      facts={[formatDayTime(startsAt), location]}
      {...(answers ? { mark: { text: answerMark(answer) ?? "You have not answered yet", tone } } : {})}
    />
  );
}
