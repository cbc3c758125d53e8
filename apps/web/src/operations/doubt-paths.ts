/** What happened to the last request about a message, as its page is told by the address. */
export const doubtNotices = {
  settled: "The message counts as sent.",
  resent: "The worker was asked to send the message again, and does so in a moment.",
  "not-in-doubt":
    "There is no doubt about that message any more: somebody else settled it, or its vendor did.",
  "run-not-kept":
    "What sent that message is not kept, so it cannot be sent again from here. Look for its failed run, or settle it.",
} as const;

export type DoubtNotice = keyof typeof doubtNotices;

export function isDoubtNotice(text: string | undefined): text is DoubtNotice {
  return text !== undefined && Object.hasOwn(doubtNotices, text);
}

export function messagesInDoubtPath(notice?: DoubtNotice) {
  const query = new URLSearchParams(notice === undefined ? {} : { notice });
  return `/operations/messages-in-doubt?${query}` as const;
}
