import { describe, expect, it } from "vitest";
import { withCommand } from "./command.ts";
import { withLine } from "./lists.ts";
import { copyOf, modelNames, namesOf } from "./vendor-copy.ts";
import { withVendorRow, withWrongValues } from "./vendor-lists.ts";
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

describe("a new vendor in the lists of all", () => {
  const from = {
    file: "mailgun",
    constant: "mailgun",
    type: "Mailgun",
    display: "Mailgun",
    variables: "MAILGUN",
  };
  const to = namesOf("Acme Post");

  it("stands behind its model in the table of personal data, once", () => {
    const table = "| Mailgun (`email/mailgun`) | addresses | 3 days | nothing |\n| other | – | – | – |\n";
    const two = withVendorRow(table, "email", from, to);
    expect(two.split("\n")[1]).toBe(
      "| Acme Post (`email/acme-post`) | addresses | by contract | nothing that we know of |",
    );
    expect(withVendorRow(two, "email", from, to)).toBe(two);
    expect(() => withVendorRow(table, "sms", from, to)).toThrow("has no row for sms/mailgun");
  });

  it("has wrong values for the variables that it has, and for no others of its model's name", () => {
    const list =
      'const wrong = {\n  MAILGUN_API_KEY: "a key",\n  MAILGUN_WEBHOOK_SECRET: "another",\n};\nconst right = {\n  MAILGUN_API_KEY: "right",\n};\n';
    const two = withWrongValues(list, "variables: { ACME_POST_API_KEY: key }", from, to);
    expect(two).toBe(list.replace("wrong = {\n", 'wrong = {\n  ACME_POST_API_KEY: "a key",\n'));
    expect(withWrongValues(two, "variables: { ACME_POST_API_KEY: key }", from, to)).toBe(two);
  });
});
