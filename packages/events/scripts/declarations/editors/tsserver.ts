import process from "node:process";
import { connect } from "./connection.ts";
import type { Editor, Position } from "./editor.ts";

interface QuickInfo {
  displayString: string;
  documentation: string | { text: string }[];
  tags: { name: string; text?: string | { text: string }[] }[];
}

/** An editor over TypeScript's own server, as editors start it up to TypeScript 6. */
export async function openInTsserver(server: string, file: string, folder: string): Promise<Editor> {
  const connection = connect(process.execPath, [server, "--disableAutomaticTypingAcquisition"], {
    cwd: folder,
  });
  let asked = 0;
  const send = (command: string, about: object) => {
    asked += 1;
    connection.send(
      `${JSON.stringify({ seq: asked, type: "request", command, arguments: { file, ...about } })}\n`,
    );
    return asked;
  };
  const ask = async <Body>(command: string, about: object = {}): Promise<Body> => {
    const seq = send(command, about);
    const { body } = await connection.receive(({ request_seq }) => request_seq === seq);
    return bodyOf<Body>(body);
  };
  const at = ({ line, column }: Position) => ({ line, offset: column });
  send("open", {});
  return {
    async hover(position) {
      const { displayString, documentation, tags } = await ask<QuickInfo>("quickinfo", at(position));
      const said = tags.map(({ name, text }) => `@${name} ${plain(text)}`);
      return [displayString, plain(documentation), ...said].join("\n");
    },
    async definition(position) {
      const [found] = await ask<{ file: string; start: Position }[]>("definition", at(position));
      if (!found) throw new Error("There is no definition.");
      return { file: found.file, line: found.start.line };
    },
    async completions(position) {
      const { entries } = await ask<{ entries: { name: string }[] }>("completionInfo", at(position));
      return entries.map(({ name }) => name);
    },
    async errors() {
      const found = await ask<{ text: string; start: Position }[]>("semanticDiagnosticsSync");
      return found.map(({ text, start }) => ({ line: start.line, text }));
    },
    close: () => connection.close(),
  };
}

function plain(text: string | { text: string }[] | undefined): string {
  return typeof text === "string" ? text : (text ?? []).map((part) => part.text).join("");
}

/** Guarantee: as the protocol says of the command. */
function bodyOf<Body>(body: unknown): Body {
  return body as Body;
}
