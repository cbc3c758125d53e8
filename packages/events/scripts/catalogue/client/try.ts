/** Checks what is typed by the event's compiled contract, and sends it where the page is served with an engine. */
/** What is wrong, as an InvalidEventError says it. */
interface EventIssue {
  path: string;
  reason: string;
}

interface Contract {
  create(data: object): { name: string };
}

interface Parts {
  form: HTMLFormElement;
  data: HTMLTextAreaElement;
  example: HTMLSelectElement;
  verdict: HTMLElement;
  sent: HTMLElement;
  button: HTMLButtonElement;
}

export function tryEvents(contracts: Readonly<Record<string, Contract>>): void {
  const parts = partsOf(document);
  const contract = parts && contracts[parts.form.dataset.event ?? ""];
  if (!parts || !contract) return;
  const { form, data, example, button } = parts;
  const check = () => {
    const { issues } = checked(contract, data.value);
    data.setAttribute("aria-invalid", String(issues.length > 0));
    button.disabled = issues.length > 0;
    say(parts.verdict, issues);
  };
  data.addEventListener("input", check);
  example.addEventListener("change", () => {
    data.value = example.value;
    check();
  });
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void send(parts, checked(contract, data.value).event);
  });
  check();
}

function partsOf(page: Document): Parts | undefined {
  const form = page.querySelector<HTMLFormElement>("form#try");
  const data = page.querySelector<HTMLTextAreaElement>("#data");
  const example = page.querySelector<HTMLSelectElement>("#example");
  const verdict = page.querySelector<HTMLElement>("#verdict");
  const sent = page.querySelector<HTMLElement>("#sent");
  const button = page.querySelector<HTMLButtonElement>("#try button");
  if (!form || !data || !example || !verdict || !sent || !button) return undefined;
  return { form, data, example, verdict, sent, button };
}

function checked(contract: Contract, text: string): { event?: object; issues: readonly EventIssue[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { issues: [{ path: "", reason: "not JSON yet" }] };
  }
  try {
    return { event: contract.create(Object(data)), issues: [] };
  } catch (error) {
    const { issues }: { issues?: readonly EventIssue[] } = Object(error);
    return { issues: issues ?? [{ path: "", reason: String(error) }] };
  }
}

function say(verdict: HTMLElement, issues: readonly EventIssue[]): void {
  const list = document.createElement("ul");
  for (const { path, reason } of issues) {
    const item = document.createElement("li");
    item.textContent = path ? `${path}: ${reason}` : reason;
    list.append(item);
  }
  verdict.replaceChildren(issues.length > 0 ? list : "Valid.");
}

async function send({ sent }: Parts, event: object | undefined): Promise<void> {
  if (!event) return;
  if (location.protocol === "file:") {
    sent.textContent = "This page is a file. Run pnpm catalogue --serve, and send from there.";
    return;
  }
  sent.textContent = "Sending…";
  const headers = { "content-type": "application/json" };
  const answer = await fetch("../emit", { method: "POST", headers, body: JSON.stringify(event) })
    .then(async (response) => (await response.text()) || `It answers ${response.status}.`)
    .catch(() => "Nobody answers here. Run pnpm catalogue --serve, and send from there.");
  sent.textContent = answer;
}
