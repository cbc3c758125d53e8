import { describe, expect, it } from "vitest";
import { orderCreated } from "../mohallamart/order-created.ts";
import { createMohallaMartEvents } from "../mohallamart.ts";
import { createTenOceanEvents } from "../ten-ocean.ts";
import { UnknownEventError } from "./catalogue.ts";
import { MAX_EVENTS_PER_REQUEST, splitIntoRequests } from "./emitters.ts";
import type { EventClient, EventToSend } from "./event.ts";
import { MAX_EVENT_BYTES } from "./event-size.ts";
import { InvalidEventError } from "./invalid-event-error.ts";

function recordingClient() {
  const requests: EventToSend[][] = [];
  const client: EventClient = {
    async send(payload) {
      const events = [payload].flat();
      requests.push(events);
      return { ids: events.map(({ id }, index) => id ?? `generated-${index}`) };
    },
  };
  return { client, requests };
}

describe("an emitter", () => {
  it("sends what create builds and returns the client's ids", async () => {
    const { client, requests } = recordingClient();
    const { userEvents } = createMohallaMartEvents(client);
    const sent = await userEvents.created({
      userId: "user_123",
      email: "customer@example.com",
      name: "John Doe",
    });
    expect(sent).toEqual({ ids: ["user.created:user_123"] });
    expect(requests).toMatchObject([[{ name: "user.created", data: { name: "John Doe" } }]]);
  });

  it("sends nothing when the data is wrong", async () => {
    const { client, requests } = recordingClient();
    const { userEvents } = createTenOceanEvents(client);
    await expect(userEvents.registered({} as never)).rejects.toThrow(InvalidEventError);
    expect(requests).toEqual([]);
  });
});

describe("emitMany", () => {
  const updates = Array.from({ length: 12_000 }, (_, index) => ({
    name: "order.updated" as const,
    data: { orderId: `ord_${index}`, status: "packed" as const },
  }));

  it("splits at Inngest's limits and returns all ids in order", async () => {
    const { client, requests } = recordingClient();
    const { ids } = await createMohallaMartEvents(client).emitMany(updates);
    expect(ids).toEqual(updates.map(({ data }) => `order.updated:${data.orderId}:packed`));
    expect(requests.length).toBeGreaterThan(1);
    for (const request of requests) {
      expect(request.length).toBeLessThanOrEqual(MAX_EVENTS_PER_REQUEST);
      expect(JSON.stringify(request).length).toBeLessThanOrEqual(MAX_EVENT_BYTES);
    }
  });

  it("counts events as well as bytes", () => {
    const tiny = Array.from({ length: 5_001 }, () => ({ name: "a", data: 1, v: "1" }));
    expect(splitIntoRequests(tiny).map(({ length }) => length)).toEqual([5_000, 1]);
  });

  it("takes events built with create, with their ids", async () => {
    const { client } = recordingClient();
    const event = orderCreated.create(orderCreated.examples[0], { id: "mine" });
    expect(await createMohallaMartEvents(client).emitMany([event])).toEqual({ ids: ["mine"] });
  });

  it.each([
    ["an unknown name", { name: "order.placed", data: {} }, UnknownEventError],
    ["wrong data", { name: "order.created", data: {} }, InvalidEventError],
    [
      "an old version",
      { ...orderCreated.create(orderCreated.examples[0]), v: "2026-10-01.01" },
      InvalidEventError,
    ],
  ])("sends nothing at all when one event has %s", async (_, wrong, error) => {
    const { client, requests } = recordingClient();
    const events = [...updates, wrong as never];
    await expect(createMohallaMartEvents(client).emitMany(events)).rejects.toThrow(error);
    expect(requests).toEqual([]);
  });

  it("sends no request for no events", async () => {
    const { client, requests } = recordingClient();
    expect(await createMohallaMartEvents(client).emitMany([])).toEqual({ ids: [] });
    expect(requests).toEqual([]);
  });
});
