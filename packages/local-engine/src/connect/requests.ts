import { ulid } from "ulid";
import { TransportError } from "../engine/transport.ts";
import type { RawAnswer } from "../protocol/answer.ts";

export interface RequestTimes {
  /** Milliseconds in which a worker has to say that it takes a request. */
  acknowledge: number;
  /** Milliseconds that a worker holds a request without extending its lease. */
  lease: number;
}

/** A worker did not take a request, so that another one may. */
export const notTaken = Symbol("not taken");

interface OpenRequest {
  connectionId: string;
  leaseId: string;
  /** Good as well, for a worker that did not hear of the next one. */
  previousLeaseId: string;
  isAcknowledged: boolean;
  timer: NodeJS.Timeout;
  settle(outcome: RawAnswer | typeof notTaken | TransportError): void;
}

/** Requests that workers have. A reply may come over any connection, or over HTTP: a request is known by its id. */
export interface OpenRequests {
  /**
   * Waits for a request's answer, which is `notTaken` when the worker does not say in time that it takes it. Rejects with a
   * `TransportError` when the worker lost it: its lease ran out.
   */
  open(
    requestId: string,
    connectionId: string,
  ): { leaseId: string; answer: Promise<RawAnswer | typeof notTaken> };
  acknowledge(requestId: string): void;
  /** @returns the next lease, or undefined for one that is no longer held. */
  extend(requestId: string, leaseId: string, connectionId: string): string | undefined;
  /** A reply that nobody waits for changes nothing. */
  reply(requestId: string, answer: RawAnswer): void;
  /** The worker takes no more requests: what it has not acknowledged goes elsewhere. */
  releaseUntaken(connectionId: string): void;
  /** What an acknowledged request's worker does is lost unless it comes back within its lease. */
  connectionLost(connectionId: string): void;
  countOf(connectionId: string): number;
  close(): void;
}

export function createOpenRequests({ acknowledge: acknowledgeTime, lease }: RequestTimes): OpenRequests {
  const open = new Map<string, OpenRequest>();

  const lost = () =>
    new TransportError(
      `the worker's connection was lost, and its lease ran out ${lease / 1_000} s after it was last extended.`,
      "lost",
    );

  function restart(request: OpenRequest, milliseconds: number, onEnd: () => void) {
    clearTimeout(request.timer);
    request.timer = setTimeout(onEnd, milliseconds);
  }

  const startLease = (request: OpenRequest) => restart(request, lease, () => request.settle(lost()));

  function each(connectionId: string, act: (request: OpenRequest) => void) {
    for (const request of [...open.values()]) if (request.connectionId === connectionId) act(request);
  }

  return {
    open(requestId, connectionId) {
      const leaseId = ulid();
      const answer = new Promise<RawAnswer | typeof notTaken>((resolve, reject) => {
        const request: OpenRequest = {
          connectionId,
          leaseId,
          previousLeaseId: leaseId,
          isAcknowledged: false,
          timer: setTimeout(() => request.settle(notTaken), acknowledgeTime),
          settle(outcome) {
            clearTimeout(request.timer);
            open.delete(requestId);
            if (TransportError.isInstance(outcome)) reject(outcome);
            else resolve(outcome);
          },
        };
        open.set(requestId, request);
      });
      return { leaseId, answer };
    },
    acknowledge(requestId) {
      const request = open.get(requestId);
      if (!request || request.isAcknowledged) return;
      request.isAcknowledged = true;
      startLease(request);
    },
    extend(requestId, leaseId, connectionId) {
      const request = open.get(requestId);
      if (!request || (request.leaseId !== leaseId && request.previousLeaseId !== leaseId)) return undefined;
      if (request.leaseId === leaseId) {
        request.previousLeaseId = leaseId;
        request.leaseId = ulid();
      }
      request.connectionId = connectionId;
      startLease(request);
      return request.leaseId;
    },
    reply: (requestId, answer) => open.get(requestId)?.settle(answer),
    releaseUntaken: (connectionId) =>
      each(connectionId, (request) => {
        if (!request.isAcknowledged) request.settle(notTaken);
      }),
    connectionLost: (connectionId) =>
      each(connectionId, (request) => {
        if (request.isAcknowledged) startLease(request);
        else request.settle(new TransportError("the worker's connection was lost.", "lost"));
      }),
    countOf(connectionId) {
      let count = 0;
      each(connectionId, () => count++);
      return count;
    },
    close() {
      for (const request of [...open.values()])
        request.settle(new TransportError("the engine stops.", "lost"));
    },
  };
}
