import { expect, it } from "vitest";
import type { RealtimeMessageView } from "../../api-types.ts";
import { choicesOf, filterMessages, withMessage } from "./messages.ts";

const message = (id: string, channel = "a", topic = "one"): RealtimeMessageView => ({
  id,
  kind: "data",
  channel,
  topic,
  payload: { text: "1", bytes: 1, complete: true },
  createdAt: 0,
});

it("puts the newest first, takes each once and keeps no more than 500", () => {
  let messages = withMessage([], message("1"));
  messages = withMessage(withMessage(messages, message("2")), message("1"));
  expect(messages.map(({ id }) => id)).toEqual(["2", "1"]);
  for (let position = 3; position < 600; position++)
    messages = withMessage(messages, message(String(position)));
  expect(messages).toHaveLength(500);
  expect(messages[0]?.id).toBe("599");
});

it("finds by channel and topic, and offers the topics of the chosen channel", () => {
  const messages = [message("1", "b", "two"), message("2", "a", "one"), message("3", "a", "three")];
  expect(filterMessages(messages, { channel: "a", topic: "three" }).map(({ id }) => id)).toEqual(["3"]);
  expect(choicesOf(messages, { channel: "a" })).toEqual({ channels: ["a", "b"], topics: ["one", "three"] });
  expect(choicesOf(messages, {}).topics).toEqual(["one", "three", "two"]);
});
