import { expect, it } from "vitest";
import { asForm, entriesOf, textOf, textsOf } from "./form-data.ts";

function formOf(...entries: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

it("has no text of what is missing, or a file", () => {
  const form = formOf(["id", new Blob(["x"])], ["id", "ntf_1"]);
  expect([textOf(form, "id"), textOf(form, "name"), textsOf(form, "id")]).toEqual(["", "", ["ntf_1"]]);
});

it("hands on nothing that a database refuses, which a person cannot type either", () => {
  const form = formOf(["id", "a\0b"], ["id", "\0"], ["text", "one\ntwo\0"]);
  expect(textOf(form, "id")).toBe("ab");
  expect(textsOf(form, "id")).toEqual(["ab", ""]);
  expect(entriesOf(form, ["id", "text"])).toEqual({ id: "ab", text: "one\ntwo" });
});

it.each([undefined, null, "a text", 1, {}, []])("of %j, which is no form, it reads nothing", (given) => {
  expect([...asForm(given)]).toEqual([]);
});
