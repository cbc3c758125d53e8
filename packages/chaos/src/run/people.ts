import { setTimeout as sleep } from "node:timers/promises";
import * as forms from "../people/acts.ts";
import { ask, type Told } from "../people/ask.ts";
import type { Visitor } from "../people/visitor.ts";
import { type Random, randomOf } from "../plan/random.ts";
import type { Cast, Resident } from "./cast.ts";
import type { Deed, Journal } from "./journal.ts";

/** How often each of these is what somebody does next, of a hundred. */
const wishes = {
  "cash order": 30,
  "prepaid order": 20,
  cancellation: 11,
  registration: 8,
  decision: 7,
  gathering: 3,
  answer: 10,
  repair: 6,
  price: 5,
};

export interface PeopleOptions {
  cast: Cast;
  journal: Journal;
  seed: number;
  /** How many act at one time. */
  count: number;
}

/** What people know of each other's doings. */
interface Known {
  orders: { orderId: string; browser: Visitor }[];
  applicants: { userId: string; email: string }[];
  gatherings: { eventId: string; answers: Map<Resident, "going" | "declined" | "asking"> }[];
  /** Products whose price is being changed: two changes at one time would have no last one. */
  busy: Set<string>;
}

interface Scene extends PeopleOptions {
  known: Known;
  random: Random;
  number: number;
}

/** Has people act until `isOver`; what a number draws is the same for a seed, how far each gets is not. */
export async function letPeopleAct(options: PeopleOptions, isOver: () => boolean): Promise<void> {
  const known: Known = { orders: [], applicants: [], gatherings: [], busy: new Set() };
  let begun = 0;
  const act = async () => {
    while (!isOver()) {
      begun += 1;
      const random = randomOf(options.seed, `act ${begun}`);
      await actOnce({ ...options, known, random, number: begun });
      await sleep(random.integer(0, 250));
    }
  };
  await Promise.all(Array.from({ length: options.count }, act));
}

async function actOnce(scene: Scene): Promise<void> {
  const wish = scene.random.weighted(wishes);
  if (wish === "prepaid order") return order(scene, "prepaid");
  if (wish === "cancellation") return cancel(scene);
  if (wish === "registration") return register(scene);
  if (wish === "decision") return decide(scene);
  if (wish === "gathering") return plan(scene);
  if (wish === "answer") return answer(scene);
  if (wish === "repair") return repair(scene);
  if (wish === "price") return changePrice(scene);
  return order(scene, "cash");
}

/** Asks for something and writes down what came of it. */
async function doing(
  { journal, random }: Scene,
  visitor: Visitor,
  deed: () => Deed,
  prepare: () => Promise<forms.ReadyForm>,
): Promise<{ id: string; told: Told }> {
  const began = Date.now();
  const { ready, told } = await ask(visitor, random, prepare);
  const id = ready?.id ?? "";
  const { answer, tries } = told;
  const said = "said" in told ? told.said : undefined;
  journal.add({ ...deed(), id, answer, said, tries, began, ended: Date.now() });
  return { id, told };
}

async function order(scene: Scene, payment: "cash" | "prepaid"): Promise<void> {
  const { cast, random, number, known } = scene;
  const visitor = cast.newVisitor();
  const shopId = random.pick([...cast.ordered.keys()]);
  const ids = cast.ordered.get(shopId) ?? [];
  const productIds = [...new Set(Array.from({ length: random.integer(1, 3) }, () => random.pick(ids)))];
  const customer = {
    name: "Asha Rao",
    email: `customer${number}@example.com`,
    phone: `98${String(number).padStart(8, "0")}`,
  };
  const { email, phone } = customer;
  const { id, told } = await doing(
    scene,
    visitor,
    () => ({ what: "order", shopId, email, phone, payment }),
    () => forms.orderForm(visitor, { shopId, productIds, payment }, customer),
  );
  if (told.answer !== "acknowledged") return;
  if (payment === "prepaid" && !(await payFor(scene, visitor, shopId, id))) return;
  known.orders.push({ orderId: id, browser: visitor });
}

/** @returns whether the order was placed, as far as the customer knows. */
async function payFor(scene: Scene, visitor: Visitor, shopId: string, orderId: string): Promise<boolean> {
  let paymentId = "";
  const { told } = await doing(
    scene,
    visitor,
    () => ({ what: "payment", paymentId }),
    async () => {
      const paid = await forms.pay(visitor, shopId, orderId);
      paymentId = paid.paymentId;
      return paid.back;
    },
  );
  return told.answer === "acknowledged";
}

async function cancel(scene: Scene): Promise<void> {
  const { known, random } = scene;
  if (known.orders.length === 0) return order(scene, "cash");
  const [chosen] = known.orders.splice(random.integer(0, known.orders.length - 1), 1);
  if (!chosen) return;
  const { browser, orderId } = chosen;
  await doing(
    scene,
    browser,
    () => ({ what: "cancellation" }),
    () => forms.cancellationForm(browser, orderId),
  );
}

async function register(scene: Scene): Promise<void> {
  const { cast, number, random, known } = scene;
  const visitor = cast.newVisitor();
  const email = `applicant${number}@example.com`;
  const unitId = `unit_${random.integer(1, 6)}${random.pick(["A", "B", "C", "D"])}`;
  const { id, told } = await doing(
    scene,
    visitor,
    () => ({ what: "registration", email }),
    () => forms.registrationForm(visitor, { firstName: "Noor", lastName: `Number ${number}`, email, unitId }),
  );
  if (told.answer === "acknowledged") known.applicants.push({ userId: id, email });
}

async function decide(scene: Scene): Promise<void> {
  const { cast, known, random } = scene;
  const chosen = known.applicants.shift();
  if (!chosen) return register(scene);
  const status = random.percent(80) ? "verified" : "rejected";
  const { userId, email } = chosen;
  await doing(
    scene,
    cast.admin,
    () => ({ what: "decision", status, email }),
    () => forms.decisionForm(cast.admin, userId, status),
  );
}

async function plan(scene: Scene): Promise<void> {
  const { cast, number, random, known } = scene;
  const gathering = { title: `Roof party ${number}`, capacity: random.integer(1, 6) };
  const { id, told } = await doing(
    scene,
    cast.admin,
    () => ({ what: "gathering", ...gathering }),
    () => forms.gatheringForm(cast.admin, gathering),
  );
  if (told.answer === "acknowledged") known.gatherings.push({ eventId: id, answers: new Map() });
}

/** Everybody answers an event at most twice: that they come, and then that they do not. */
async function answer(scene: Scene): Promise<void> {
  const { cast, known, random } = scene;
  const resident = random.pick(cast.residents);
  const gathering = known.gatherings.find(
    ({ answers }) => !["asking", "declined"].includes(answers.get(resident) ?? ""),
  );
  if (!gathering) return plan(scene);
  const { eventId, answers } = gathering;
  const response = answers.get(resident) === "going" ? "declined" : "going";
  answers.set(resident, "asking");
  const { browser, userId } = resident;
  const { told } = await doing(
    scene,
    browser,
    () => ({ what: "answer", userId, response }),
    () => forms.answerForm(browser, eventId, response),
  );
  // Who never sent it may do so later; who is in doubt leaves it at that.
  if (told.answer === "unasked") answers.set(resident, response === "going" ? "declined" : "going");
  else answers.set(resident, response);
}

async function repair(scene: Scene): Promise<void> {
  const { cast, random, number } = scene;
  const { userId, email, browser } = random.pick(cast.residents);
  await doing(
    scene,
    browser,
    () => ({ what: "repair", userId, email }),
    () => forms.repairForm(browser, `The tap on the stairs drips, says act ${number}.`),
  );
}

async function changePrice(scene: Scene): Promise<void> {
  const { cast, random, known } = scene;
  const productId = random.pick(cast.priced);
  if (known.busy.has(productId)) return order(scene, "cash");
  known.busy.add(productId);
  const price = random.integer(20, 900);
  try {
    await doing(
      scene,
      cast.shopkeeper,
      () => ({ what: "price", price }),
      () => forms.priceForm(cast.shopkeeper, productId, price),
    );
  } finally {
    known.busy.delete(productId);
  }
}
