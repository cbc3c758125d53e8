import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Outbox } from "../outbox/port.ts";
import type { ChangeListener } from "./port.ts";

export interface ChangeBench {
  outbox: Outbox;
  create(): ChangeListener;
  /** How many connections are listening. */
  connections(): Promise<number>;
  reset?(): Promise<unknown>;
}

/** What every listener to changes promises. */
export function changeContract(name: string, { outbox, create, connections, reset }: ChangeBench): void {
  describe(`changes in ${name}`, () => {
    beforeEach(() => reset?.());

    const emit = (data: object) => outbox.send({ name: "test", v: "1", data });

    function listener(): ChangeListener {
      const changes = create();
      onTestFinished(() => changes.close());
      return changes;
    }

    it("tells each of its subject, and of nobody else's, over one connection", async () => {
      const changes = listener();
      const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
      const end = changes.listen("ord_1", first);
      changes.listen("ord_1", second);
      changes.listen("ord_2", other);
      await vi.waitFor(() => expect(changes.isListening).toBe(true));
      expect(await connections()).toBe(1);
      for (const heard of [first, second, other]) heard.mockClear();
      await emit({ orderId: "ord_1", userId: "user_1" });
      await vi.waitFor(() => expect(second).toHaveBeenCalledOnce());
      expect(first).toHaveBeenCalledOnce();
      end();
      await emit({ orderId: "ord_1" });
      await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2));
      expect(first).toHaveBeenCalledOnce();
      expect(other).not.toHaveBeenCalled();
    });

    it("tells everybody when more changed at once than it is told of", async () => {
      const changes = listener();
      const heard = vi.fn();
      await emit({ orderId: "ord_0" });
      changes.listen("ord_1", heard);
      await vi.waitFor(() => expect(changes.isListening).toBe(true));
      heard.mockClear();
      await outbox.send(
        Array.from({ length: 1_000 }, (_, n) => ({
          ...{ name: "test", v: "1" },
          data: { orderId: `ord_long_${n}` },
        })),
      );
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 15_000);
    });
  });
}
