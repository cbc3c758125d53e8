import { describe, expect, it } from "vitest";
import { withCommand } from "./command.ts";
import { withLine } from "./lists.ts";
import { copyOf, modelNames, namesOf } from "./vendor-copy.ts";
import { camelCase, kebabCase, pascalCase } from "./words.ts";

it.each([
  ["order.lost", "order-lost", "orderLost"],
  ["notification/email.send", "notification-email-send", "notificationEmailSend"],
  ["product.outOfStock", "product-out-of-stock", "productOutOfStock"],
])("the event %s is in %s as %s", (event, file, constant) => {
  expect([kebabCase(event), camelCase(event)]).toEqual([file, constant]);
  expect(pascalCase(event).toLowerCase()).toBe(constant.toLowerCase());
});

describe("a line", () => {
  const list =
    '/** A list. */\nexport { a } from "./a.ts";\nexport { c } from "./c.ts";\n\nexport type { D } from "./d.ts";\n';

  it("goes to its place in the alphabet, among its kind, once", () => {
    const [b, d] = ['export { b } from "./b.ts";', 'export { d } from "./d.ts";'];
    const both = withLine(withLine(list, d), b);
    expect(both.split("\n").slice(1, 6)).toEqual([list.split("\n")[1], b, list.split("\n")[2], d, ""]);
    expect(withLine(both, b)).toBe(both);
  });

  it("begins a list that is empty", () => {
    expect(withLine("", 'export { b } from "./b.ts";')).toBe('export { b } from "./b.ts";\n');
  });

  it("ends a product's commands", () => {
    const index = "export function commands(ports: Ports) {\n  return {\n    one: one(ports),\n  };\n}\n";
    const two = withCommand(index, "two", "./orders/two.ts");
    expect(two).toBe(
      'import { two } from "./orders/two.ts";\nexport function commands(ports: Ports) {\n  return {\n    one: one(ports),\n    two: two(ports),\n  };\n}\n',
    );
    expect(withCommand(two, "two", "./orders/two.ts")).toBe(two);
  });
});

describe("the copy of a vendor", () => {
  const definition =
    'export const mailgun = defineVendor({ name: "Mailgun", variables: { MAILGUN_API_KEY: key } });';
  const from = modelNames("mailgun", definition);
  const to = namesOf("Acme Post");

  it("has the new names in its definition", () => {
    expect(copyOf("definition", definition, from, to)).toBe(
      'export const acmePost = defineVendor({ name: "Acme Post", variables: { ACME_POST_API_KEY: key } });',
    );
  });

  it("keeps what comes from the model's package", () => {
    const adapter = [
      'import { Mailgun, type MailgunOptions } from "mailgun";',
      'const failures = vendorFailures({ vendor: "mailgun", name: "Mailgun" });',
      "export function mailgunEmail(options: MailgunEmailOptions) {",
      "  return new Mailgun(options);",
      "}",
    ];
    expect(copyOf("adapter", adapter.join("\n"), from, to).split("\n")).toEqual([
      'import { Mailgun, type MailgunOptions } from "mailgun";',
      'const failures = vendorFailures({ vendor: "acme-post", name: "Acme Post" });',
      "export function acmePostEmail(options: AcmePostEmailOptions) {",
      "  return new Mailgun(options);",
      "}",
    ]);
  });

  it("stands before the model's emulator, and claims no published spec", () => {
    const bench = [
      'import { mailgunEmail } from "./mailgun.ts";',
      '  contract: () => emailContract("Mailgun", start),',
      "  publishedSpec: {",
      '    wrong: [{ file: "mailgun.json" }],',
      "  },",
      '  outage: { message: "mailgun", open: ({ mailgun }) => mailgunEmail(mailgun) },',
    ];
    expect(copyOf("bench", bench.join("\n"), from, to).split("\n")).toEqual([
      'import { acmePostEmail } from "./acme-post.ts";',
      '  contract: () => emailContract("Acme Post", start),',
      '  outage: { message: "mailgun", open: ({ mailgun }) => acmePostEmail(mailgun) },',
    ]);
  });
});
