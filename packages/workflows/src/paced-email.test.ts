import type { EmailSender } from "@org/integrations/email/port";
import { expect, it } from "vitest";
import { emailTurns, pacedEmail } from "./paced-email.ts";

/** A clock that passes only while somebody waits. */
function createClock() {
  const waits: number[] = [];
  let time = 0;
  return {
    waits,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    now: () => time,
    wait: async (milliseconds: number) => void waits.push(milliseconds),
  };
}

const message = { to: "asha@example.com", subject: "Hello", html: "<p>Hello</p>", text: "Hello", key: "k" };

function recordingSender() {
  const calls: string[] = [];
  const email: EmailSender = {
    send: async ({ subject }) => {
      calls.push(subject);
      return { messageId: subject };
    },
    sendBatch: async (emails, key) => {
      calls.push(key);
      return emails.map(({ subject }) => ({ messageId: subject }));
    },
  };
  return { calls, email };
}

it("lets requests that come together leave one after another, whichever port and product they are of", async () => {
  const clock = createClock();
  const turn = emailTurns({ email: 10 }, clock);
  const { calls, email } = recordingSender();
  const [shop, house] = [pacedEmail(email, turn), pacedEmail(email, turn)];
  await Promise.all([shop.send(message), house.send(message), house.sendBatch([message], "batch")]);
  expect(calls).toHaveLength(3);
  // Nine a second: a tenth is left to the sign-in codes.
  expect(clock.waits.map(Math.round)).toEqual([111, 222]);
});

it("makes nobody wait when nothing left just before, and saves no turns up", async () => {
  const clock = createClock();
  const turn = emailTurns({}, clock);
  await turn();
  clock.pass(60_000);
  await turn();
  expect(clock.waits).toEqual([]);
  await turn();
  expect(clock.waits).toHaveLength(1);
});

it("passes on what the sender says", async () => {
  const { email } = recordingSender();
  const paced = pacedEmail(email, emailTurns());
  expect(await paced.send(message)).toEqual({ messageId: "Hello" });
});
