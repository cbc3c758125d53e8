import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** A message of a language server's, of either protocol. */
export type Message = Readonly<Record<string, unknown>>;

/** A language server as a child of this process, which is asked one thing at a time. */
export interface Connection {
  send(message: string): void;
  /** The first message that is meant, from now on. @throws Error when the server ends before */
  receive(isMeant: (message: Message) => boolean): Promise<Message>;
  close(): Promise<void>;
}

/** @param other takes each message that nobody waits for, such as what the server asks for its part */
export function connect(
  command: string,
  parameters: readonly string[],
  { cwd, other }: { cwd: string; other?: (message: Message) => void },
): Connection {
  const child = spawn(command, parameters, { cwd, stdio: ["pipe", "pipe", "ignore"] });
  const waiting: { isMeant: (message: Message) => boolean; take: (message: Message) => void }[] = [];
  readMessages(child, (message) => {
    const place = waiting.findIndex(({ isMeant }) => isMeant(message));
    const [asker] = place < 0 ? [] : waiting.splice(place, 1);
    if (asker) asker.take(message);
    else other?.(message);
  });
  const ended = once(child, "exit");
  return {
    send: (message) => child.stdin.write(message),
    receive: (isMeant) =>
      Promise.race([
        new Promise<Message>((take) => waiting.push({ isMeant, take })),
        ended.then(() => {
          throw new Error("The language server ended.");
        }),
      ]),
    async close() {
      child.kill();
      await ended;
    },
  };
}

/** Both protocols write a header with the length of each message. */
function readMessages(
  child: ChildProcessByStdio<Writable, Readable, null>,
  take: (message: Message) => void,
) {
  let read = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    read = Buffer.concat([read, chunk]);
    for (;;) {
      const end = read.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(read.subarray(0, Math.max(end, 0)).toString())?.[1],
      );
      if (end < 0 || read.length < end + 4 + length) return;
      take(JSON.parse(read.subarray(end + 4, end + 4 + length).toString()));
      read = read.subarray(end + 4 + length);
    }
  });
}
