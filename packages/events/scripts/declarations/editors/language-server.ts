import { readFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { connect } from "./connection.ts";
import type { Editor, Position } from "./editor.ts";

interface Range {
  start: { line: number; character: number };
}

/** An editor over the server that TypeScript 7 is, by the language server protocol. */
export async function openInLanguageServer(tsc: string, file: string, folder: string): Promise<Editor> {
  const connection = connect(process.execPath, [tsc, "--lsp", "--stdio"], {
    cwd: folder,
    // It answers nothing else until what it asks for its part, such as to be told of files, is answered.
    other: ({ id, method }) => {
      if (id !== undefined && method !== undefined) write({ id, result: null });
    },
  });
  let asked = 0;
  const write = (message: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    connection.send(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    asked += 1;
    const own = asked;
    const answer = connection.receive(({ id, method: request }) => id === own && request === undefined);
    write({ id: own, method, params });
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return resultOf<Result>(result);
  };
  const uri = pathToFileURL(file).href;
  const at = ({ line, column }: Position) => ({
    textDocument: { uri },
    position: { line: line - 1, character: column - 1 },
  });
  await ask("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} });
  write({ method: "initialized", params: {} });
  const text = await readFile(file, "utf8");
  write({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "typescript", version: 1, text } },
  });
  return {
    async hover(position) {
      const { contents } = await ask<{ contents: { value: string } }>("textDocument/hover", at(position));
      return contents.value;
    },
    async definition(position) {
      const found = await ask<Location | Location[]>("textDocument/definition", at(position));
      const [first] = [found].flat();
      if (!first) throw new Error("There is no definition.");
      return { file: fileURLToPath(first.uri), line: first.range.start.line + 1 };
    },
    async completions(position) {
      const { items } = await ask<{ items: { label: string }[] }>("textDocument/completion", at(position));
      return items.map(({ label }) => label.replace(/\?$/, ""));
    },
    async errors() {
      const { items } = await ask<{ items: { range: Range; message: string }[] }>("textDocument/diagnostic", {
        textDocument: { uri },
      });
      return items.map(({ range, message }) => ({ line: range.start.line + 1, text: message }));
    },
    close: () => connection.close(),
  };
}

interface Location {
  uri: string;
  range: Range;
}

/** Guarantee: as the protocol says of the method. */
function resultOf<Result>(result: unknown): Result {
  return result as Result;
}
