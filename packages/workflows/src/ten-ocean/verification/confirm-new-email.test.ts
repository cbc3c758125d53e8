import { expect, it } from "vitest";
import { maya, mayaWantsAddress } from "../../testing/house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "confirm-new-email";
const newEmail = "maya.new@example.com";

/** The link in the last email that an address got. */
function linkTo({ vendors }: TestBench, address: string): string | undefined {
  const email = vendors.outbox().findLast(({ to }) => to === address);
  return email?.html?.match(/href="(https:[^"]+)"/)?.[1];
}

const tokenOf = (link = "") => link.split("/").at(-1) ?? "";

it("sends a link of its own to each of the two addresses, and the change counts once both were followed", async () => {
  const bench = await startTestBench();
  await mayaWantsAddress(bench, newEmail);
  await bench.settle();
  expect(bench.vendors.outbox().map(({ to }) => to)).toEqual([maya.email, newEmail]);
  const links = [maya.email, newEmail].map((address) => linkTo(bench, address));
  for (const link of links)
    expect(link).toMatch(/^https:\/\/10ocean\.test\/ten-ocean\/profile\/email\/[\w-]{43}$/);
  const { emailChanges, residents } = bench.tenOcean;
  await emailChanges.confirm(tokenOf(links[0]), { emit: [] });
  expect(await residents.get(maya.userId)).toMatchObject({ email: maya.email });
  await emailChanges.confirm(tokenOf(links[1]), { emit: [] });
  expect(await residents.get(maya.userId)).toMatchObject({ email: newEmail });
  expect(await bench.tenOcean.deliveries.list({ subject: maya.userId })).toMatchObject([
    { recipient: "resident", channel: "email", status: "sent" },
    { recipient: "resident", channel: "email", status: "sent" },
  ]);
});

it("gives word to the owner of an address instead of a link, once a day, and the asker cannot tell", async () => {
  const bench = await startTestBench();
  const owner = "lee.owner@example.com";
  await bench.tenOcean.residents.register(
    { userId: "user_owner", firstName: "Lee", lastName: "", email: owner },
    { emit: [] },
  );
  for (const n of [1, 2]) {
    await mayaWantsAddress(bench, owner, n);
    await bench.settle();
    await bench.engine.advance("1m");
    await bench.settle();
  }
  const sent = (address: string) => bench.vendors.outbox().filter(({ to }) => to === address);
  expect(sent(owner).map(({ subject }) => subject)).toEqual([
    "Somebody asked to use your address at 10 Ocean",
  ]);
  expect(sent(owner)[0]?.text).not.toMatch(/Maya|profile\/email/);
  expect(sent(maya.email).map(({ subject }) => subject)).toEqual(
    Array(2).fill("Your new email address at 10 Ocean"),
  );
});

it("keeps the links' secrets from the engine", async () => {
  const bench = await startTestBench();
  await mayaWantsAddress(bench, newEmail);
  await bench.settle();
  const kept = JSON.stringify([bench.engine.run(functionId), bench.engine.events()]);
  for (const address of [maya.email, newEmail]) expect(kept).not.toContain(tokenOf(linkTo(bench, address)));
});

it("forgets the request after a day, and not a newer one", async () => {
  const bench = await startTestBench();
  await mayaWantsAddress(bench, newEmail);
  await bench.settle();
  await bench.engine.advance("23h");
  await mayaWantsAddress(bench, "maya.newer@example.com", 2);
  await bench.settle();
  await bench.engine.advance("2h");
  expect(await bench.tenOcean.emailChanges.get(maya.userId)).toMatchObject({ changeId: "change_2" });
  await bench.engine.advance("1d");
  expect(await bench.tenOcean.emailChanges.get(maya.userId)).toBeUndefined();
  expect(bench.engine.runs({ functionId }).map(({ status }) => status)).toEqual(["Completed", "Completed"]);
});

it("goes on when one of the addresses does not take it, and says so", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  await mayaWantsAddress(bench, newEmail);
  await bench.settle();
  await bench.engine.advance("2d");
  expect(bench.engine.run(functionId).output).toEqual({ links: { old: "failed", new: "sent" } });
});

it("sends nothing for a request that is gone", async () => {
  const bench = await startTestBench();
  const data = { userId: maya.userId, changed: ["email"], awaiting: ["email"] };
  await bench.engine.send({ name: "user/profile.updated", data });
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId).output).toEqual({ links: "not-asked-for" });
  expect(bench.vendors.outbox()).toEqual([]);
});
