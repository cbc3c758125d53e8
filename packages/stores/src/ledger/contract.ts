import { deferred, failureOf, personal } from "@org/integrations/contracts";
import { IntegrationError } from "@org/integrations/error";
import { beforeEach, describe, expect, it } from "vitest";
import type { SendLedger } from "./port.ts";

export interface LedgerBench {
  /** Two ledgers on one store, as two processes have them. */
  ledger: SendLedger;
  other: SendLedger;
  /** Makes calls in progress look older than the ledger waits for. */
  age(): Promise<void>;
  reset(): Promise<void>;
}

const vendorError = (kind: IntegrationError["kind"]) =>
  new IntegrationError("The vendor failed.", { port: "sms", vendor: "test", kind });

/** An effect that is in progress until it is told how it ended. */
function heldEffect<Result>() {
  const { promise, resolve } = deferred<Result>();
  const started = deferred();
  const effect = () => {
    started.resolve();
    return promise;
  };
  return { effect, started: started.promise, resolve };
}

/** What every `SendLedger` does, whatever keeps its entries. */
export function ledgerContract(store: string, bench: LedgerBench): void {
  const { ledger, other } = bench;
  const key = "order-confirmation:ord_1:sms";

  describe(`ledger in ${store}`, () => {
    beforeEach(() => bench.reset());

    it("an effect runs once, its result is given again", async () => {
      let runs = 0;
      const send = async () => ({ messageId: `SM${++runs}` });
      expect(await ledger.once(key, send)).toEqual({ messageId: "SM1" });
      expect(await other.once(key, send)).toEqual({ messageId: "SM1" });
      expect(runs).toBe(1);
      expect(await ledger.get(key)).toMatchObject({ key, state: "sent", attempts: 1 });
      expect(await ledger.get("another")).toBeUndefined();
    });

    it("twenty callers at once run it once", async () => {
      const held = heldEffect<string>();
      let runs = 0;
      const call = (from: SendLedger) =>
        from.once(key, () => {
          runs += 1;
          return held.effect();
        });
      const calls = Array.from({ length: 20 }, (_, n) => call(n % 2 ? ledger : other));
      await held.started;
      held.resolve("SM1");
      const results = await Promise.allSettled(calls);
      expect(runs).toBe(1);
      for (const result of results) {
        if (result.status === "fulfilled") expect(result.value).toBe("SM1");
        else expect(result.reason).toMatchObject({ port: "ledger", kind: "retryable" });
      }
    });

    it("while one sends, another is told when to come back", async () => {
      const held = heldEffect<string>();
      const sending = ledger.once(key, held.effect);
      await held.started;
      const error = await failureOf(other.once(key, async () => "SM2"));
      expect(error.kind).toBe("retryable");
      expect(error.retryAfter).toBeGreaterThan(0);
      held.resolve("SM1");
      expect(await sending).toBe("SM1");
    });

    it.each(["retryable", "final"] as const)("after a %s failure the next call tries again", async (kind) => {
      const failure = vendorError(kind);
      expect(await failureOf(ledger.once(key, () => Promise.reject(failure)))).toBe(failure);
      expect(await ledger.get(key)).toMatchObject({ state: "failed", lastError: "The vendor failed." });
      expect(await other.once(key, async () => "SM1")).toBe("SM1");
      expect(await ledger.get(key)).toMatchObject({ state: "sent", attempts: 2 });
    });

    ambiguousContract(bench, key);
    askingContract(bench, key);
  });
}

function ambiguousContract({ ledger, other, age }: LedgerBench, key: string): void {
  const never = () => Promise.reject(new Error("must not run"));

  it("an ambiguous failure is never tried again", async () => {
    const failure = vendorError("ambiguous");
    expect(await failureOf(ledger.once(key, () => Promise.reject(failure)))).toBe(failure);
    expect(await failureOf(other.once(key, never))).toMatchObject({ kind: "ambiguous" });
    expect(await ledger.get(key)).toMatchObject({ key, state: "ambiguous" });
  });

  it("a failure that no adapter classified counts as ambiguous, and does not leak", async () => {
    const error = await failureOf(ledger.once(key, () => Promise.reject(new Error(`to ${personal.phone}`))));
    expect(error.kind).toBe("ambiguous");
    expect((await ledger.get(key))?.lastError).not.toContain(personal.phone);
  });

  it("a call whose process died is ambiguous to the one who takes over, and is not sent again", async () => {
    const held = heldEffect<string>();
    void ledger.once(key, held.effect);
    await held.started;
    await age();
    expect(await failureOf(other.once(key, never))).toMatchObject({ kind: "ambiguous" });
    expect(await other.get(key)).toMatchObject({ state: "ambiguous", attempts: 1 });
  });

  it("a late answer settles what was given up", async () => {
    const held = heldEffect<string>();
    const late = ledger.once(key, held.effect);
    await held.started;
    await age();
    await failureOf(other.once(key, never));
    held.resolve("SM1");
    expect(await late).toBe("SM1");
    expect(await other.once(key, never)).toBe("SM1");
  });

  it("a late answer is not booked on the attempt that was allowed after it", async () => {
    const lost = heldEffect<string>();
    const late = ledger.once(key, lost.effect);
    await lost.started;
    await age();
    await failureOf(other.once(key, never));
    await other.resolve(key, { state: "failed" });
    const again = heldEffect<string>();
    const second = other.once(key, again.effect);
    await again.started;
    lost.resolve("SM1");
    await late;
    expect(await other.get(key)).toMatchObject({ state: "sending", attempts: 2 });
    again.resolve("SM2");
    expect(await second).toBe("SM2");
    expect(await ledger.once(key, never)).toBe("SM2");
  });

  it("an operator settles it either way, once, and a late answer does not undo that", async () => {
    const held = heldEffect<string>();
    const late = ledger.once(key, held.effect);
    await held.started;
    await age();
    await failureOf(other.once(key, never));
    expect(await other.resolve(key, { state: "failed" })).toBe(true);
    expect(await other.resolve(key, { state: "failed" })).toBe(false);
    held.resolve("SM1");
    await late;
    expect(await other.get(key)).toMatchObject({ state: "failed" });
    await failureOf(other.once(key, () => Promise.reject(vendorError("ambiguous"))));
    expect(await other.resolve(key, { state: "sent", result: "SM2" })).toBe(true);
    expect(await ledger.once(key, never)).toBe("SM2");
    expect(await ledger.get(key)).toMatchObject({ state: "sent" });
  });
}

function askingContract({ ledger, other, age }: LedgerBench, key: string): void {
  const never = () => Promise.reject(new Error("must not run"));
  const beAmbiguous = () => failureOf(ledger.once(key, () => Promise.reject(vendorError("ambiguous"))));

  it("what the vendor took counts as the result, and is not asked for again", async () => {
    await beAmbiguous();
    const asked: string[] = [];
    const find = async (since: string) => {
      asked.push(since);
      return { state: "taken", result: "SM1" } as const;
    };
    expect(await other.once(key, never, { find })).toBe("SM1");
    expect(await ledger.once(key, never, { find })).toBe("SM1");
    expect(asked.map(Date.parse)).toEqual([expect.closeTo(Date.now(), -5)]);
    expect(await ledger.get(key)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("what the vendor does not have may still come, and after some minutes never will", async () => {
    await beAmbiguous();
    const find = async () => ({ state: "not-taken" }) as const;
    expect(await failureOf(other.once(key, never, { find }))).toMatchObject({ kind: "ambiguous" });
    await age();
    expect(await other.once(key, async () => "SM2", { find })).toBe("SM2");
    expect(await ledger.get(key)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it.each([
    ["knows nothing", async () => ({ state: "unknown" }) as const],
    ["does not answer", () => Promise.reject(vendorError("retryable"))],
  ])("a vendor that %s leaves it in doubt", async (_case, find) => {
    await beAmbiguous();
    await age();
    expect(await failureOf(other.once(key, never, { find }))).toMatchObject({ kind: "ambiguous" });
    expect(await ledger.get(key)).toMatchObject({ state: "ambiguous" });
  });

  it("two who ask at once send it once", async () => {
    await beAmbiguous();
    await age();
    let runs = 0;
    const send = async () => `SM${++runs}`;
    const find = async () => ({ state: "not-taken" }) as const;
    await Promise.allSettled([ledger.once(key, send, { find }), other.once(key, send, { find })]);
    expect(runs).toBe(1);
  });

  it("an operator settles a call whose process died, and none that is in progress", async () => {
    const held = heldEffect<string>();
    void ledger.once(key, held.effect);
    await held.started;
    expect(await other.resolve(key, { state: "failed" })).toBe(false);
    await age();
    expect(await other.resolve(key, { state: "sent", result: "SM1" })).toBe(true);
    expect(await other.once(key, never)).toBe("SM1");
  });
}
