import type { CommunityEvent, Rsvp } from "@org/stores/ten-ocean/port";
import { tenOcean } from "../../stores.ts";
import { formatDayTime } from "../building-time.ts";
import { answerText } from "./answer-text.ts";
import { HomeCard, HomeItem } from "./home-card.tsx";

const day = 24 * 60 * 60_000;
const shown = 3;

interface ComingEventsProps {
  now: number;
  /** Whose answers are shown; nobody's for those who cannot answer. */
  userId: string | undefined;
}

/** What takes place next in the house, with the reader's answers. */
export async function ComingEvents({ now, userId }: ComingEventsProps) {
  const planned = await tenOcean().communityEvents.list({
    from: new Date(now).toISOString(),
    to: new Date(now + 90 * day).toISOString(),
  });
  const next = planned.filter(({ status }) => status === "scheduled").slice(0, shown);
  const answers = await Promise.all(next.map(({ eventId }) => answerOf(eventId, userId)));
  return (
    <HomeCard
      title="Coming events"
      more={{ href: "/ten-ocean/events", label: "All events" }}
      empty="Nothing is planned."
    >
      {next.map((event, index) => (
        <ComingEvent
          key={event.eventId}
          event={event}
          answer={answers[index]}
          answers={userId !== undefined}
        />
      ))}
    </HomeCard>
  );
}

async function answerOf(eventId: string, userId: string | undefined): Promise<Rsvp | undefined> {
  if (userId === undefined) return undefined;
  const answers = await tenOcean().rsvps.list({ eventId });
  return answers.find((answer) => answer.userId === userId);
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
      {...(answers ? { mark: { text: answerText(answer), tone } } : {})}
    />
  );
}
