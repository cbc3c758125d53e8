import { useEffect, useState } from "preact/hooks";
import type { RealtimeMessageView } from "../../api-types.ts";
import { withMessage } from "../model/messages.ts";

const address = "/dashboard/api/realtime";

/** Realtime messages while the view is open, newest first. The browser connects again by itself. */
export function useMessages(): { messages: readonly RealtimeMessageView[]; isLost: boolean } {
  const [messages, setMessages] = useState<readonly RealtimeMessageView[]>([]);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const source = new EventSource(address);
    source.addEventListener("open", () => setIsLost(false));
    source.addEventListener("error", () => setIsLost(true));
    source.addEventListener("message", ({ data }) => {
      const message = readMessage(String(data));
      setMessages((current) => withMessage(current, message));
    });
    return () => source.close();
  }, []);
  return { messages, isLost };
}

/** Guarantee: the stream's messages are written by the engine's own stream. */
function readMessage(data: string): RealtimeMessageView {
  return JSON.parse(data) as RealtimeMessageView;
}
