/** The ports over which workflows send. */
export const sendingPorts = ["email", "sms", "push", "alerts"] as const;

export type SendingPort = (typeof sendingPorts)[number];

/** Requests a second that the vendor behind a port takes from the whole account before it answers 429. */
export type VendorLimits = Record<SendingPort, number>;

/** What the vendors publish. They grant more to accounts that ask for it or pay for it. */
export const vendorLimits = {
  /** Resend, for a team over all its API keys, so for both products: resend.com/docs/api-reference/rate-limit */
  email: 5,
  /**
   * Our own ceiling: neither Twilio nor MSG91 publishes a number. Twilio answers 429 (error 20429) when an account has
   * too many requests in progress, and queues for hours what comes faster than the sender's number may send
   * (help.twilio.com, "Understanding Twilio Rate Limits and Message Queues").
   */
  sms: 100,
  /** OneSignal, notifications of an app on the free plan: documentation.onesignal.com/reference/rate-limits */
  push: 150,
  /** Slack, messages in one channel: docs.slack.dev/apis/web-api/rate-limits */
  alerts: 1,
} as const satisfies VendorLimits;

export interface Share {
  /** How much of the limit of each port that it uses a function may take, in percent. */
  percent: number;
  /**
   * Requests that one run makes at once, with several recipients counted; a batch is one. An alert is an email as well. A run
   * that may make ten times as many waits for a second between them, and its percent is a tenth.
   */
  requests: Partial<Record<SendingPort, number>>;
}

/**
 * Who may use how much, by function id, over both products. Inngest throttles each function on its own: the shares
 * are what keeps all of them together within a vendor's limit. Messages are asked for by events, and leave through a
 * few senders of their own for each channel; a function that only asks has no share and no throttle. Of the few requests a second that
 * the email vendor takes, senders that start together would ask for more nevertheless: `pacedEmail` makes them wait for
 * their turn.
 */
export const shares = {
  "alert-on-failure": { percent: 10, requests: { alerts: 1, email: 1 } },
  "alert-on-money": { percent: 3.34, requests: { alerts: 1, email: 1 } },
  "confirm-application": { percent: 2, requests: { email: 1 } },
  "confirm-new-email": { percent: 2, requests: { email: 2 } },
  "confirm-registration": { percent: 2, requests: { email: 1 } },
  // A hundred emails in one request, as of every sender that batches.
  "deliver-bulk-email": { percent: 10, requests: { email: 1 } },
  // One request for each wording, as a rule one; a hundred of them leave ten in a second.
  "deliver-bulk-push": { percent: 2, requests: { push: 10 } },
  // Ten side by side in one run.
  "deliver-bulk-sms": { percent: 20, requests: { sms: 10 } },
  "deliver-email": { percent: 20, requests: { email: 1 } },
  "deliver-push": { percent: 33.34, requests: { push: 10 } },
  "deliver-sms": { percent: 40, requests: { sms: 10 } },
  "reconcile-payments": { percent: 1, requests: { alerts: 1, email: 1 } },
  "send-bulk-email": { percent: 4, requests: { email: 1 } },
  "send-bulk-push": { percent: 3.4, requests: { push: 10 } },
  "send-email": { percent: 19.8, requests: { email: 1 } },
  "send-operations-digest": { percent: 0.2, requests: { alerts: 1, email: 1 } },
  "send-push": { percent: 8, requests: { push: 1 } },
  // One alert for all of them.
  "settle-messages-in-doubt": { percent: 0.4, requests: { alerts: 1, email: 1 } },
  "tell-of-lost-events": { percent: 2, requests: { alerts: 1, email: 1 } },
} as const satisfies Record<string, Share>;

/** What no function may use, in percent: no throttle counts it. */
export const reserved = [
  { purpose: "sign-in codes, which the web app sends itself", port: "email", percent: 10 },
  { purpose: "steps that are tried again", port: "email", percent: 5 },
] as const satisfies readonly { purpose: string; port: SendingPort; percent: number }[];

export interface SendingThrottle {
  /** Runs that may start in a period. Inngest starts this many at once; the others wait, none is dropped. */
  limit: number;
  /** Whole seconds, as `2s`. */
  period: `${number}s`;
}

/**
 * The `throttle` of one of these functions.
 *
 * @param limits what the vendors grant this account; for the others, what they publish
 */
export function sendingShare(
  functionId: keyof typeof shares,
  limits?: Partial<VendorLimits>,
): SendingThrottle {
  return throttleOf(shares[functionId], limits);
}

/** The `throttle` of a function with a share of its own, as the tightest of its vendors allows. */
export function throttleOf(
  { percent, requests }: Share,
  limits: Partial<VendorLimits> = {},
): SendingThrottle {
  const runs = sendingPorts
    .filter((port) => requests[port])
    .map((port) => ((limits[port] ?? vendorLimits[port]) * percent) / 100 / (requests[port] ?? 1));
  const { limit, seconds } = smallestSteps(Math.min(...runs));
  return { limit, period: `${seconds}s` };
}

/** Longer ones let too many runs start at once. */
const longestPeriod = 10;

/**
 * A rate as the fewest runs in the shortest period of whole seconds: below one a second always single runs, which no
 * burst can come of. Above, the first period that wastes less than a hundredth of it.
 */
function smallestSteps(runsPerSecond: number): { limit: number; seconds: number } {
  if (runsPerSecond < 1) return { limit: 1, seconds: wholeAbove(1 / runsPerSecond) };
  const periods = Array.from({ length: longestPeriod }, (_none, index) => index + 1);
  const steps = periods.map((seconds) => ({ seconds, limit: wholeBelow(runsPerSecond * seconds) }));
  const used = ({ limit, seconds }: { limit: number; seconds: number }) => limit / seconds / runsPerSecond;
  const best = Math.max(...steps.map(used));
  return steps.find((step) => used(step) >= Math.min(best, 0.99)) ?? { limit: 1, seconds: 1 };
}

/** What a share in percent leaves behind the point counts for nothing. */
const rounding = 1e-9;
const wholeBelow = (value: number) => Math.floor(value + rounding);
const wholeAbove = (value: number) => Math.ceil(value - rounding);
