import * as forms from "../people/acts.ts";
import { doing, type Scene } from "./scene.ts";

export async function register(scene: Scene): Promise<void> {
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
  if (told.answer === "acknowledged") known.unproven.push({ userId: id, email, browser: visitor });
}

/** Follows the link of whoever has the email by now. */
export async function confirm(scene: Scene): Promise<void> {
  const { cast, known } = scene;
  const linkFor = (address: string) =>
    cast.mailbox(address).find(({ subject }) => subject?.includes(forms.confirmSubject))?.html;
  const place = known.unproven.findIndex(({ email }) => linkFor(email) !== undefined);
  const [chosen] = place === -1 ? [] : known.unproven.splice(place, 1);
  if (!chosen) return register(scene);
  const { browser, email, userId } = chosen;
  const { told } = await doing(
    scene,
    browser,
    () => ({ what: "confirmation", email }),
    () => forms.confirmationForm(browser, userId, linkFor(email) ?? ""),
  );
  if (told.answer === "acknowledged") known.applicants.push({ userId, email });
}

export async function decide(scene: Scene): Promise<void> {
  const { cast, known, random } = scene;
  const chosen = known.applicants.shift();
  if (!chosen) return confirm(scene);
  const status = random.percent(80) ? "verified" : "rejected";
  const { userId, email } = chosen;
  await doing(
    scene,
    cast.admin,
    () => ({ what: "decision", status, email }),
    () => forms.decisionForm(cast.admin, userId, status),
  );
}

export async function plan(scene: Scene): Promise<void> {
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
export async function answer(scene: Scene): Promise<void> {
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

export async function repair(scene: Scene): Promise<void> {
  const { cast, random, number } = scene;
  const { userId, email, browser } = random.pick(cast.residents);
  await doing(
    scene,
    browser,
    () => ({ what: "repair", userId, email }),
    () => forms.repairForm(browser, `The tap on the stairs drips, says act ${number}.`),
  );
}
