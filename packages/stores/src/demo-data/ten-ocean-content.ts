import { mentionOf } from "../ten-ocean/forum/post-text.ts";
import type {
  NewAnnouncement,
  NewCommunityEvent,
  NewMaintenanceRequest,
  NewPost,
  Rsvp,
  Topic,
} from "../ten-ocean/port.ts";

/** Who publishes, plans and assigns. */
export const demoAdmin = "admin_001";
const captain = "admin_002";

export const demoAnnouncements: readonly NewAnnouncement[] = [
  {
    announcementId: "ann_demoBoiler",
    title: "Hot water off on Thursday morning",
    body: "The boiler gets its yearly service on Thursday from 9 am to noon. There is no hot water meanwhile. Please keep the door to the boiler room clear.",
    publishedBy: demoAdmin,
  },
  {
    announcementId: "ann_demoBikes",
    title: "New bicycle racks in the courtyard",
    body: "There is room for twelve bicycles beside the mailboxes. Bicycles in the stairwell have to move there by the end of the month: the fire department insists.\n\nKeys for the cover are at the office.",
    publishedBy: demoAdmin,
  },
];

type Answer = Pick<Rsvp, "userId" | "response" | "seats">;

const hour = 60 * 60_000;
const day = 24 * hour;

/** @param now the events are still to come then, in 3, 9 and 20 days. */
export function demoEvents(now: Date): readonly { event: NewCommunityEvent; answers: readonly Answer[] }[] {
  // By the clock in UTC: half past ten is the early evening in New York, all year round.
  const evening = (days: number) => {
    const date = new Date(now.getTime() + days * day).toISOString().slice(0, 10);
    return {
      startsAt: `${date}T22:30:00.000Z`,
      endsAt: new Date(Date.parse(`${date}T22:30Z`) + 2.5 * hour).toISOString(),
    };
  };
  return [
    {
      event: {
        eventId: "evt_demoRooftop",
        title: "Supper on the roof",
        description: "Bring a dish for four and something to sit on. With rain we meet in the lobby.",
        location: "Roof terrace",
        ...evening(3),
        capacity: 8,
        createdBy: demoAdmin,
      },
      answers: [
        { userId: "user_suresh", response: "going", seats: 2 },
        { userId: "user_chloe", response: "going", seats: 3 },
        { userId: "user_amina", response: "going", seats: 2 },
        { userId: "user_tomasz", response: "maybe", seats: 0 },
      ],
    },
    {
      event: {
        eventId: "evt_demoMeeting",
        title: "Tenants’ meeting",
        description:
          "On the agenda: the elevator, the budget of next year, and who takes over the roof garden.",
        location: "Lobby",
        ...evening(9),
        createdBy: demoAdmin,
      },
      answers: [
        { userId: "user_maya", response: "going", seats: 1 },
        { userId: "user_tomasz", response: "declined", seats: 0 },
      ],
    },
    {
      event: {
        eventId: "evt_demoRepair",
        title: "Repair café",
        description: "Neighbors help to mend what is broken: lamps, trousers, toasters. Tools are there.",
        location: "Workshop in the basement",
        ...evening(20),
        capacity: 20,
        createdBy: captain,
      },
      answers: [],
    },
  ];
}

interface DemoRequest {
  request: NewMaintenanceRequest;
  assigneeId?: string;
  resolution?: string;
}

/** One that waits, an urgent one that waits, one in somebody's hands, one that is done. */
export const demoRequests: readonly DemoRequest[] = [
  {
    request: {
      requestId: "req_demoWindow",
      userId: "user_maya",
      unitId: "unit_4B",
      category: "structural",
      priority: "low",
      description: "The bedroom window does not close all the way; the handle turns, and nothing catches.",
    },
  },
  {
    request: {
      requestId: "req_demoLeak",
      userId: "user_chloe",
      unitId: "unit_2A",
      category: "plumbing",
      priority: "urgent",
      description:
        "Water comes through the kitchen ceiling, about a cup every minute. I have put a bucket there.",
    },
  },
  {
    request: {
      requestId: "req_demoHeating",
      userId: "user_maya",
      unitId: "unit_4B",
      category: "heating",
      priority: "high",
      description: "The radiator in the living room stays cold, the others are warm.",
    },
    assigneeId: captain,
  },
  {
    request: {
      requestId: "req_demoLamp",
      userId: "user_suresh",
      unitId: "unit_4C",
      category: "electrical",
      priority: "normal",
      description: "The lamp outside my door flickers.",
    },
    assigneeId: captain,
    resolution: "A new fitting. The old one had water in it.",
  },
];

/** The first post is the opener's. */
type DemoTopic = Omit<Topic, "createdAt"> & { posts: readonly Omit<NewPost, "topicId">[] };

export const demoTopics: readonly DemoTopic[] = [
  {
    topicId: "topic_demoLaundry",
    title: "Laundry room: who has which evening?",
    userId: "user_tomasz",
    posts: [
      {
        postId: "post_demoLaundry1",
        userId: "user_tomasz",
        body: "Mondays were mine until the list on the door disappeared. Shall we make a new one?",
        mentions: [],
      },
      {
        postId: "post_demoLaundry2",
        userId: "user_amina",
        body: "Yes please. I would take Wednesdays, as before.",
        mentions: [],
      },
      {
        postId: "post_demoLaundry3",
        userId: "user_suresh",
        body: `${mentionOf("user_maya")}, you had Thursdays, didn’t you? I could swap with you this week.`,
        mentions: ["user_maya"],
      },
    ],
  },
  {
    topicId: "topic_demoLadder",
    title: "Ladder to borrow",
    userId: "user_suresh",
    posts: [
      {
        postId: "post_demoLadder1",
        userId: "user_suresh",
        body: "I have a ladder of ten feet in the basement that anybody may use. Knock at 4C for the key.",
        mentions: [],
      },
      { postId: "post_demoLadder2", userId: "user_chloe", body: "Thank you! On Saturday?", mentions: [] },
    ],
  },
  {
    topicId: "topic_demoDog",
    title: "Found: a small red leash",
    userId: "user_chloe",
    posts: [
      {
        postId: "post_demoDog1",
        userId: "user_chloe",
        body: "It hung on the front door this morning. It is with me in 2A now.",
        mentions: [],
      },
    ],
  },
];
