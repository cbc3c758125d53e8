import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/** Why a workflow's file says how often its steps are tried again: the comment above, without its slashes. */
export function readRetriesReason(file: string): string | undefined {
  const { program, comments } = parseSync(file, readFileSync(file, "utf8"));
  let from = 0;
  let reason: string | undefined;
  new Visitor({
    CallExpression({ callee, start }) {
      if (
        callee.type === "MemberExpression" &&
        "name" in callee.property &&
        callee.property.name === "createFunction"
      )
        from = start;
    },
    Property({ key, value, start }) {
      if (!("name" in key) || key.name !== "retries" || value.type !== "Literal") return;
      const above = comments.filter((comment) => comment.start > from && comment.end < start);
      reason = above.map((comment) => comment.value.trim()).join(" ") || undefined;
    },
  }).visit(program);
  return reason;
}
