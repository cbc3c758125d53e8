import type { WebSocket } from "ws";
import { type ConversationOptions, createConversation, type Line } from "./conversation.ts";
import { connectMessage, kinds } from "./messages.ts";

const missedHeartbeats = 3;
const badHello = 4000;
const unreadable = 1002;
/** Of a closing frame's reason, in bytes. */
const longestReason = 120;

/** Serves one worker's connection from its hello to its end. */
export function serveWorker(socket: WebSocket, options: ConversationOptions): void {
  const line: Line = {
    send: (kind, payload = new Uint8Array()) => socket.send(connectMessage.encode({ kind, payload })),
    isOpen: () => socket.readyState === socket.OPEN,
  };
  const conversation = createConversation(line, options);
  const watchdog = setTimeout(() => socket.terminate(), options.times.heartbeat * missedHeartbeats);

  function refuse(code: number, error: unknown) {
    const reason = error instanceof Error ? error.message : String(error);
    options.log("warn", "worker refused", { reason });
    socket.close(code, shorten(reason));
  }

  socket.on("message", (data) => {
    watchdog.refresh();
    const message = readMessage(data);
    if (!message) return refuse(unreadable, "a message is not readable as the protocol's.");
    conversation
      .hear(message)
      .catch((error: unknown) => refuse(conversation.seat() ? unreadable : badHello, error));
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearTimeout(watchdog);
    conversation.end();
  });
  line.send(kinds.gatewayHello);
}

function readMessage(data: unknown): ReturnType<typeof connectMessage.decode> | undefined {
  if (!(data instanceof Buffer)) return undefined;
  try {
    return connectMessage.decode(data);
  } catch {
    return undefined;
  }
}

/** Cut where it fits a closing frame, not within a character. */
function shorten(reason: string): string {
  const cut = Buffer.from(reason).subarray(0, longestReason).toString("utf8");
  return cut.replace(/\uFFFD+$/, "");
}
