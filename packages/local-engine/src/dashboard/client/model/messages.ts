import type { RealtimeMessageView } from "../../api-types.ts";

const mostShown = 500;

export interface MessageFilter {
  channel?: string | undefined;
  topic?: string | undefined;
}

/** Newest first, each once: after a reconnect the engine tells its last messages again. */
export function withMessage(
  messages: readonly RealtimeMessageView[],
  message: RealtimeMessageView,
): readonly RealtimeMessageView[] {
  if (messages.some(({ id }) => id === message.id)) return messages;
  return [message, ...messages].slice(0, mostShown);
}

export function filterMessages(
  messages: readonly RealtimeMessageView[],
  { channel, topic }: MessageFilter,
): readonly RealtimeMessageView[] {
  return messages.filter(
    (message) =>
      (channel === undefined || message.channel === channel) &&
      (topic === undefined || message.topic === topic),
  );
}

/** The names that can be chosen, in alphabetical order. Topics are those of the chosen channel. */
export function choicesOf(
  messages: readonly RealtimeMessageView[],
  { channel }: MessageFilter,
): { channels: string[]; topics: string[] } {
  const sorted = (names: string[]) => [...new Set(names)].sort();
  return {
    channels: sorted(messages.map((message) => message.channel)),
    topics: sorted(filterMessages(messages, { channel }).map(({ topic }) => topic)),
  };
}
