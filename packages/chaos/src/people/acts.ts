// What people do in the product, page by page. Where pages change, this file follows and nothing else does.
import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import { payAtCheckout } from "@org/local-stack";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { entry, type FormPost, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

/** A form that is filled in and not sent yet. */
export interface ReadyForm {
  /** Of what the form asks for; the form brings it along, so that sending it twice asks once. */
  id: string;
  form: FormPost;
  /** Whether a page that answers says that it was done. */
  isDone(page: VisitedPage): boolean;
  /** Whether of two such forms the later one counts, so that nobody sends one beside another. */
  lastCounts?: true;
}

export interface Customer {
  name: string;
  email: string;
  phone: string;
}

export interface Basket {
  shopId: string;
  productIds: readonly string[];
  payment: "cash" | "prepaid";
}

/** Puts a piece of each product into the cart and fills in the checkout. */
export async function orderForm(visitor: Visitor, basket: Basket, customer: Customer): Promise<ReadyForm> {
  const { shopId, productIds, payment } = basket;
  for (const productId of productIds) {
    const page = await visitor.open("/");
    await visitor.send(fillIn(page, `input[name="productId"][value="${productId}"]`, { change: "1" }));
  }
  const page = await visitor.open(`/checkout/${shopId}`);
  const form = fillIn(page, 'input[name="orderId"]', { ...customer, ...demoAddress, payment });
  const id = entry(form, "orderId");
  const paths = payment === "prepaid" ? [`/checkout/${shopId}/${id}`] : [`/orders/${id}`];
  return { id, form, isDone: ({ path }) => paths.some((done) => path.startsWith(done)) };
}

/** Pays at the vendor, whose page then posts the customer's browser back to the shop. */
export async function pay(visitor: Visitor, shopId: string, orderId: string) {
  const page = await visitor.open(`/checkout/${shopId}/${orderId}`);
  const vendorForm = page.document.querySelector('form[action^="http"]');
  if (!vendorForm) throw new Error(`There is nothing to pay on ${page.path}: ${page.text.slice(0, 200)}`);
  const inputs = vendorForm.querySelectorAll('input[type="hidden"]');
  const fields = Object.fromEntries(
    inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
  );
  const action = vendorForm.getAttribute("action") ?? "";
  const posted = await payAtCheckout({ action, fields });
  const back: ReadyForm = {
    id: orderId,
    form: {
      path: new URL(fields.callback_url ?? "").pathname,
      body: new URLSearchParams(posted),
      // Another site's form brings no cookies along.
      headers: { cookie: "", origin: new URL(action).origin },
    },
    // Who paid is led to their order by way of an address that empties the cart.
    isDone: ({ path }) =>
      path.startsWith(`/orders/${orderId}`) || path === `/checkout/${shopId}/${orderId}/placed`,
  };
  return { paymentId: posted.razorpay_payment_id ?? "", back };
}

export async function cancellationForm(visitor: Visitor, orderId: string): Promise<ReadyForm> {
  const page = await visitor.open(`/orders/${orderId}/cancel`);
  const form = fillIn(page, 'input[name="orderId"]');
  return { id: orderId, form, isDone: ({ path }) => path.split("?")[0] === `/orders/${orderId}` };
}

export interface Applicant {
  firstName: string;
  lastName: string;
  email: string;
  unitId: string;
}

export async function registrationForm(visitor: Visitor, applicant: Applicant): Promise<ReadyForm> {
  const page = await visitor.open("/ten-ocean");
  const form = fillIn(page, 'input[name="userId"]', { ...applicant });
  return { id: entry(form, "userId"), form, isDone: ({ path }) => path.startsWith("/ten-ocean/registered") };
}

/** What the email asks for that comes after the form. */
export const confirmSubject = "Confirm your registration";

/** The form behind the link that proves an applicant's address. @param html of the email with the link */
export async function confirmationForm(visitor: Visitor, userId: string, html: string): Promise<ReadyForm> {
  const link = html.match(/href="(https?:[^"]*\/ten-ocean\/registered\/[^"]*)"/)?.[1];
  if (!link) throw new Error(`The email “${confirmSubject}” has no link to a registration.`);
  const page = await visitor.open(new URL(link).pathname);
  const form = fillIn(page, 'main input[name="token"]');
  return { id: userId, form, isDone: ({ path }) => path.startsWith(`/ten-ocean/residents/${userId}`) };
}

export async function decisionForm(
  admin: Visitor,
  userId: string,
  status: "verified" | "rejected",
): Promise<ReadyForm> {
  const page = await admin.open(`/ten-ocean/admin/registrations/${userId}`);
  const reason = status === "rejected" ? { reason: "Nobody here knows you." } : undefined;
  const form = fillIn(page, `input[value="${userId}"]`, { status, ...reason });
  return { id: userId, form, isDone: ({ path }) => path.endsWith(`outcome=${status}`) };
}

export interface Gathering {
  title: string;
  capacity: number;
}

export async function gatheringForm(admin: Visitor, { title, capacity }: Gathering): Promise<ReadyForm> {
  const page = await admin.open("/ten-ocean/admin/events/new");
  const form = fillIn(page, 'input[name="eventId"]', {
    title,
    description: "Bring a dish.",
    location: "The roof",
    startsAt: inDays(20),
    endsAt: inDays(21),
    capacity: String(capacity),
  });
  const id = entry(form, "eventId");
  return { id, form, isDone: ({ path }) => path.startsWith(`/ten-ocean/events/${id}`) };
}

const inDays = (days: number) => toBuildingTime(new Date(Date.now() + days * 86_400_000).toISOString());

export type Response = "going" | "declined";

export async function answerForm(resident: Visitor, eventId: string, response: Response): Promise<ReadyForm> {
  const page = await resident.open(`/ten-ocean/events/${eventId}`);
  const form = fillIn(page, 'input[name="response"]', { response, guests: "0" });
  const words = response === "going" ? /You are going|on the waiting list/ : /You are not coming/;
  return {
    id: eventId,
    form,
    lastCounts: true,
    isDone: ({ status, text }) => words.test(text) || (status === 303 && text === ""),
  };
}

export async function repairForm(resident: Visitor, description: string): Promise<ReadyForm> {
  const page = await resident.open("/ten-ocean/maintenance/new");
  const form = fillIn(page, 'input[name="requestId"]', {
    category: "plumbing",
    place: "unit_common",
    area: "The stairs",
    priority: "normal",
    description,
  });
  const id = entry(form, "requestId");
  return { id, form, isDone: ({ path }) => path.startsWith(`/ten-ocean/maintenance/${id}`) };
}

/** @param price whole rupees */
export async function priceForm(shopkeeper: Visitor, productId: string, price: number): Promise<ReadyForm> {
  const page = await shopkeeper.open(`/shop/products/${productId}`);
  const form = fillIn(page, 'input[name="price"]', { price: String(price) });
  return {
    id: productId,
    form,
    lastCounts: true,
    isDone: ({ path }) => path.split("?")[0] === "/shop/products",
  };
}

/** Signs in by a code, which is read from the mailbox. */
export async function signIn(
  visitor: Visitor,
  path: string,
  email: string,
  readCode: () => Promise<string>,
): Promise<void> {
  const asked = await visitor.send(fillIn(await visitor.open(path), 'input[name="email"]', { email }));
  const code = await readCode();
  const page = await visitor.send(fillIn(asked, 'input[name="code"]', { code }));
  if (page.status !== 200 || page.path.includes("sign-in")) {
    throw new Error(`${path} did not let ${email} in: ${page.status}, ${page.text.slice(0, 200)}`);
  }
}

/** The code in a sign-in email's subject, if it is one. */
export function codeIn(subject: string): string | undefined {
  return /^\d{6,}/.exec(subject)?.[0];
}
