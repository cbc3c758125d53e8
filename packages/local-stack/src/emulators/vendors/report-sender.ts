import { setTimeout as delay } from "node:timers/promises";

export interface Report {
  url: string;
  /** For one attempt: what is signed with a time has the attempt's own (standardwebhooks.com), or is refused as old when told again. */
  headers(at: Date): Record<string, string>;
  body: string;
}

export interface ReportSender {
  /** Sends one report, and again while it is not answered with 2xx. Does not wait for the answer. */
  send(report: Report): void;
  /** Ends what is still to be sent again. */
  close(): void;
}

const patience = 5_000;

/** What vendors tell by themselves. @param tries milliseconds before each of them, as the vendor has them */
export function reportSender(tries: readonly number[]): ReportSender {
  const closing = new AbortController();

  async function deliver({ url, headers, body }: Report): Promise<void> {
    for (const wait of tries) {
      await delay(wait, undefined, { signal: closing.signal, ref: false });
      const answer = await fetch(url, {
        method: "POST",
        headers: headers(new Date()),
        body,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(patience)]),
      }).catch(() => undefined);
      if (answer?.ok) return;
    }
  }

  return {
    // A closed emulator ends it in the middle of a wait; nothing is left to tell then.
    send: (report) => void deliver(report).catch(() => {}),
    close: () => closing.abort(),
  };
}
