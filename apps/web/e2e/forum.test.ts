import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins } from "@org/stores/demo-data/ten-ocean";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

let stack: Stack;
let pool: Pool;
let admin: Visitor;
const residents = {} as Record<"maya" | "suresh" | "chloe" | "tomasz" | "amina", Visitor>;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  for (const name of ["maya", "suresh", "chloe", "tomasz", "amina"] as const) {
    residents[name] = createVisitor(stack.urls.web);
    await signIn(stack, residents[name], `${name}@residents.example`, "/ten-ocean/sign-in");
  }
  admin = createVisitor(stack.urls.web);
  await signIn(stack, admin, demoAdmins[0]?.email ?? "", "/ten-ocean/sign-in");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const forum = () => tenOceanStores(pool).forum;
const topicOf = ({ path }: VisitedPage) => path.split(/[/?]/)[3] ?? "";
const postOf = ({ path }: VisitedPage) => new URL(path, stack.urls.web).searchParams.get("written") ?? "";
const pathOf = (topicId: string) => `/ten-ocean/forum/${topicId}`;

async function openTopic(visitor: Visitor, title: string, body: string): Promise<VisitedPage> {
  const page = await visitor.open("/ten-ocean/forum/new");
  return visitor.send(fillIn(page, 'input[name="topicId"]', { title, body }));
}

async function reply(visitor: Visitor, topicId: string, body: string, query = ""): Promise<VisitedPage> {
  const page = await visitor.open(pathOf(topicId) + query);
  return visitor.send(fillIn(page, 'input[name="replyTo"]', { body }));
}

/** Who was told of a topic with a template, by the events that the router hears. */
async function toldOf(template: string, topicId: string): Promise<string[]> {
  const address = `${stack.urls.engine}/v1/events?name=notification/route&limit=100`;
  const { data: events } = await (await fetch(address)).json();
  return events
    .map(({ data }: { data: { template: string; userIds: string[]; data: { topicId: string } } }) => data)
    .filter(
      (sent: { template: string; data: { topicId: string } }) =>
        sent.template === template && sent.data.topicId === topicId,
    )
    .flatMap(({ userIds }: { userIds: string[] }) => userIds)
    .toSorted();
}

const eventually = (condition: () => Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 100 });
const eventuallyTold = async (template: string, topicId: string, userIds: string[]) => {
  await eventually(async () => (await toldOf(template, topicId)).length >= userIds.length);
  expect(await toldOf(template, topicId)).toEqual(userIds);
};

/** Waits for an email to a resident, and checks that it is the only one of its subject. */
async function eventuallyEmailed(name: keyof typeof residents, subject: string) {
  const sent = () =>
    emailsTo(stack, `${name}@residents.example`).filter((message) => message.subject === subject);
  await eventually(async () => sent().length > 0);
  expect(sent()).toHaveLength(1);
}

it("a topic, a reply, a mention and one more by an edit: each tells whom it concerns, once", async () => {
  const { maya, suresh, chloe, tomasz } = residents;
  const opened = await openTopic(maya, "Bike room", "Do we need a second rack?");
  const topicId = topicOf(opened);
  expect(opened.text).toContain("Do we need a second rack?");
  await eventuallyTold("forum-topic", topicId, ["user_amina", "user_chloe", "user_suresh", "user_tomasz"]);

  const list = await suresh.open("/ten-ocean/forum");
  expect(list.document.querySelector(`[data-topic="${topicId}"]`)?.text).toContain("1 new");
  const replied = await reply(suresh, topicId, "Yes, by the door.");
  expect(replied.path).toMatch(/\?from=post_\w+&written=post_\w+$/);
  await eventuallyTold("forum-replies", topicId, ["user_maya"]);
  await eventuallyEmailed("maya", "New reply in “Bike room”");
  expect(
    (await suresh.open("/ten-ocean/forum")).document.querySelector(`[data-topic="${topicId}"]`)?.text,
  ).not.toContain("new");

  const mentioned = await reply(chloe, topicId, "Ask @Tomasz Zielinski, he has one.");
  await eventuallyTold("forum-mention", topicId, ["user_tomasz"]);
  const seen = await tomasz.open(pathOf(topicId));
  expect(seen.document.querySelector("strong[data-me]")?.text).toBe("@Tomasz Zieliński");

  const postId = postOf(mentioned);
  const editing = await chloe.open(`${pathOf(topicId)}?from=${postId}&edit=${postId}`);
  const text = editing.document.querySelector("textarea[name=body]")?.text.trim();
  expect(text).toBe("Ask @Tomasz Zieliński, he has one.");
  const form = fillIn(editing, `#${postId} input[name="postId"]`, { body: `${text} Or @Amina.` });
  expect((await chloe.send(form)).text).toContain("edited");
  await eventuallyTold("forum-mention", topicId, ["user_amina", "user_tomasz"]);
  await eventuallyEmailed("amina", "Chloé O’Brien-Núñez mentioned you in “Bike room”");
  await eventuallyEmailed("tomasz", "Chloé O’Brien-Núñez mentioned you in “Bike room”");
  expect((await toldOf("forum-replies", topicId)).filter((userId) => userId === "user_maya")).toHaveLength(1);
  await eventuallyEmailed("maya", "New reply in “Bike room”");
});

it("an open page hears of a new post, and a form that is sent twice is one post", async () => {
  const { maya, suresh } = residents;
  const topicId = topicOf(await openTopic(maya, "Roof", "Who has the key?"));
  const controller = new AbortController();
  const { body } = await maya.request(`${pathOf(topicId)}/progress`, { signal: controller.signal });
  const versions = readVersions(body);
  const before = await versions.next();
  const page = await suresh.open(pathOf(topicId));
  const form = fillIn(page, 'input[name="replyTo"]', { body: "Me." });
  expect((await suresh.send(form)).path).toBe((await suresh.send(form)).path);
  expect(await versions.next()).not.toEqual(before);
  controller.abort();
  expect(await forum().posts({ topicId })).toHaveLength(2);
});

async function* readVersions(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  for await (const chunk of body ?? []) {
    const [, version] = /^data: (.+)$/m.exec(new TextDecoder().decode(chunk)) ?? [];
    if (version) yield version;
  }
}

describe("what a resident may write", () => {
  it.each([
    ["nothing", "", "Write something first."],
    ["more than fits", "x".repeat(10_001), "Shorten the post to 10,000 characters."],
  ])("%s comes back with what is wrong, and nothing is written", async (_what, body, message) => {
    const topicId = topicOf(await openTopic(residents.maya, "Limits", "Hello."));
    const page = await reply(residents.suresh, topicId, body);
    expect(page.text).toContain(message);
    expect(page.document.querySelector("textarea")?.text.trim()).toBe(body);
    expect(await forum().posts({ topicId })).toHaveLength(1);
  });

  it("a post of 1 MB is refused before it is read", async () => {
    const topicId = topicOf(await openTopic(residents.maya, "Large", "Hello."));
    const page = await reply(residents.suresh, topicId, "x".repeat(2 ** 20));
    expect(page.status).toBe(413);
    expect(page.document.text).toContain("That form is too large");
    expect(await forum().posts({ topicId })).toHaveLength(1);
  });

  it("script is text, a web address a link that lends it nothing, half an emoji one sign", async () => {
    const body = "<script>alert(1)</script> javascript:alert(2) https://example.com/a \ud83d";
    const page = await openTopic(residents.maya, "<img src=x onerror=alert(3)>", body);
    const post = page.document.querySelector(`#${postOf(page)}`);
    expect(page.document.querySelector("h1")?.text).toBe("<img src=x onerror=alert(3)>");
    expect(page.document.querySelectorAll("main script, main img")).toEqual([]);
    expect(post?.text).toContain(
      "<script>alert(1)</script> javascript:alert(2) https://example.com/a \ufffd",
    );
    const links = post
      ?.querySelectorAll("a[rel]")
      .map((link) => [link.getAttribute("href"), link.getAttribute("rel")]);
    expect(links).toEqual([["https://example.com/a", "nofollow noopener noreferrer ugc"]]);
  });

  it("who is named and moved out is not told, and the author reads so", async () => {
    const stores = tenOceanStores(pool).residents;
    const gone = { userId: "user_gone", firstName: "Greta", lastName: "Gone", email: "gone@example.com" };
    await stores.register(gone, { emit: [] });
    await stores.changeStanding("user_gone", "alumni", { emit: [] });
    const page = await openTopic(residents.maya, "Keys", "Does @Greta Gone have them? Or @Nobody?");
    expect(page.text).toContain("Greta Gone does not live here any more and was not told.");
    expect(page.text).toContain("No neighbor is called “Nobody”");
    const elsewhere = await residents.suresh.open(page.path);
    expect(elsewhere.text).not.toContain("was not told");
    expect(await toldOf("forum-mention", topicOf(page))).toEqual([]);
  });

  it("writes so much and no more in ten minutes", async () => {
    const topicId = topicOf(await openTopic(residents.tomasz, "Flood", "Hello."));
    const page = await residents.tomasz.open(pathOf(topicId));
    const form = fillIn(page, 'input[name="replyTo"]', { body: "Again." });
    let last = page;
    for (let n = 0; n < 30; n += 1) last = await residents.tomasz.send(form);
    expect(last.text).toContain("You have written a lot in a short time. Wait 10 minutes");
    expect(await forum().posts({ topicId })).toHaveLength(2);
  });
});

it("a post is deleted by its author, and removed by an admin who says why", async () => {
  const { maya, suresh } = residents;
  const topicId = topicOf(await openTopic(maya, "Noise", "It is loud."));
  const [first, second] = [await reply(suresh, topicId, "Sorry."), await reply(suresh, topicId, "Go away.")];
  const removal = (postId: string) => `${pathOf(topicId)}?from=${postId}&remove=${postId}`;
  const own = await suresh.open(removal(postOf(first)));
  const deleted = await suresh.send(fillIn(own, `#${postOf(first)} input[name="postId"]`));
  expect(deleted.document.querySelector(`#${postOf(first)}`)?.text).toContain("This post was deleted.");

  expect(
    (await maya.open(removal(postOf(second)))).document.querySelector(`#${postOf(second)} form`),
  ).toBeNull();
  const page = await admin.open(removal(postOf(second)));
  expect(page.document.querySelector('input[name="replyTo"]')).toBeNull();
  const remove = (reason: string) =>
    admin.send(fillIn(page, `#${postOf(second)} input[name="postId"]`, { reason }));
  expect((await remove(" ")).text).toContain("Say why: everyone reads it in place of the post.");
  expect((await remove("Insults.")).text).toContain("This post was removed by an admin: Insults.");
  expect((await maya.open(pathOf(topicId))).text).not.toContain("Go away.");
});

it("a topic is muted and followed, answered in place, and read in pages", async () => {
  const { maya, amina } = residents;
  const topicId = topicOf(await openTopic(maya, "Long", "Post 0"));
  const choose = async (page: VisitedPage, choice: string) =>
    amina.send(fillIn(page, 'button[name="choice"]', { choice }));
  const followed = await choose(await amina.open(pathOf(topicId)), "following");
  expect(followed.text).toContain("You hear of new posts here, at most once in 15 minutes");
  expect((await choose(followed, "muted")).text).toContain("You muted this topic");
  for (let n = 1; n <= 40; n += 1) {
    const post = { postId: `post_long${n}`, topicId, userId: "user_maya", body: `Post ${n}`, mentions: [] };
    await forum().post(post, { emit: [] });
  }
  const shown = (page: VisitedPage) =>
    page.document.querySelectorAll("[data-post]").map((post) => post.getAttribute("data-post"));
  const first = await amina.open(`${pathOf(topicId)}?after=${(await forum().posts({ topicId }))[0]?.postId}`);
  expect([shown(first)[0], shown(first).length]).toEqual(["post_long1", 30]);
  const unread = await amina.open(`${pathOf(topicId)}?unread=`);
  expect(shown(unread)).toContain("post_long31");
  expect(shown(unread)).not.toContain("post_long20");
  const answered = await reply(amina, topicId, "Why 40?", "?from=post_long40&reply=post_long40");
  expect(answered.text).toContain("In answer to Maya Fernandes");
  expect(await forum().findPost(postOf(answered))).toMatchObject({ replyTo: "post_long40" });
});

describe("the forum", () => {
  it("is for who lives here or looks after the house; names are for residents", async () => {
    const stranger = createVisitor(stack.urls.web);
    expect((await stranger.open("/ten-ocean/forum")).path).toBe(
      "/ten-ocean/sign-in?next=%2Ften-ocean%2Fforum",
    );
    expect((await admin.open("/ten-ocean/forum")).text).not.toContain("Start a topic");
    for (const visitor of [stranger, admin]) {
      expect((await visitor.request("/ten-ocean/forum/names?text=ma")).status).toBe(403);
    }
    const found = await residents.suresh.request("/ten-ocean/forum/names?text=ma");
    expect(await found.json()).toEqual([
      { userId: "user_maya", name: "Maya Fernandes", unit: "4B", handle: "Maya Fernandes" },
    ]);
  });

  it("says when there is no such topic", async () => {
    for (const topicId of ["topic_none", "nonsense"]) {
      const page = await residents.maya.open(pathOf(topicId));
      expect(page.status).toBe(404);
    }
  });
});
