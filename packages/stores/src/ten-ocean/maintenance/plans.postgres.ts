import { given } from "../../given.ts";
import type { MaintenanceChanges, RequestClosure } from "../port.ts";
import { now, type PlannedChange } from "./changes.postgres.ts";
import { RequestClosedError, RequestNotResolvedError, RequestResolvedError } from "./errors.ts";
import type { EntryRow, RequestRow } from "./rows.postgres.ts";

type Planned = PlannedChange | undefined;

export function assigned({ assigneeId, by }: { assigneeId: string; by: string }) {
  return (before: RequestRow): Planned => {
    requireUnresolved(before);
    if (before.assigneeId === assigneeId) return undefined;
    return { row: { assigneeId }, entry: { kind: "assigned", by, assigneeId } };
  };
}

export function updated({ by, status, priority, scheduledFor }: MaintenanceChanges & { by: string }) {
  return (before: RequestRow): Planned => {
    requireUnresolved(before);
    const date = typeof scheduledFor === "string" ? new Date(scheduledFor) : scheduledFor;
    const row = given({
      status: status === before.status ? undefined : status,
      priority: priority === before.priority ? undefined : priority,
      scheduledFor: date?.getTime() === before.scheduledFor?.getTime() ? undefined : date,
    });
    if (Object.keys(row).length === 0) return undefined;
    return { row, entry: { kind: row.scheduledFor === null ? "unscheduled" : "changed", by, ...row } };
  };
}

export function commented({ entryId, by, text }: { entryId: string; by: string; text: string }) {
  return (before: RequestRow, history: readonly EntryRow[]): Planned => {
    if (isThere(history, entryId)) return undefined;
    requireNotClosed(before);
    return { entry: { kind: "commented", entryId, by, text } };
  };
}

export function resolved({ resolvedBy, resolution }: { resolvedBy: string; resolution?: string }) {
  return (before: RequestRow): Planned => {
    requireNotClosed(before);
    if (before.status === "resolved") return undefined;
    return {
      row: { status: "resolved", resolvedAt: now, resolvedBy, resolution: resolution ?? null },
      entry: { kind: "resolved", by: resolvedBy, status: "resolved", text: resolution },
    };
  };
}

export function reopened({ entryId, by, text }: { entryId: string; by: string; text: string }) {
  return (before: RequestRow, history: readonly EntryRow[]): Planned => {
    if (isThere(history, entryId)) return undefined;
    requireResolved(before);
    const { priority } = before;
    return {
      row: { status: "open", resolvedAt: null, resolvedBy: null, resolution: null, scheduledFor: null },
      entry: { kind: "reopened", entryId, by, text, status: "open", priority },
    };
  };
}

export function confirmed(by: string) {
  return (before: RequestRow): Planned => {
    if (before.closure === "confirmed") return undefined;
    requireResolved(before);
    return closed("confirmed", { by });
  };
}

export function withdrawn(by: string) {
  return (before: RequestRow): Planned => {
    if (before.closure === "withdrawn") return undefined;
    requireUnresolved(before);
    return closed("withdrawn", { by });
  };
}

/** By itself, when the resolution that was waited for is still the one that counts. */
export function lapsed(resolution: string) {
  return (before: RequestRow, history: readonly EntryRow[]): Planned => {
    const latest = history.findLast(({ kind }) => kind === "resolved");
    if (before.status !== "resolved" || latest?.entryId !== resolution) return undefined;
    return closed("lapsed");
  };
}

/** Whether the board is to hear of it, see `escalate`. */
export function isWaiting(
  { status, assigneeId, priority }: RequestRow,
  history: readonly EntryRow[],
  { since, urgent }: { since: string; urgent: boolean },
): boolean {
  const begin = history.findIndex(({ entryId }) => entryId === since);
  if (begin === -1 || status !== "open" || assigneeId !== null) return false;
  const meanwhile = history.slice(begin + 1).filter(({ entryId }) => entryId !== escalationOf(since));
  if (meanwhile.some(({ kind }) => kind === "reopened" || kind === "escalated")) return false;
  return !urgent || (priority === "urgent" && meanwhile.every((entry) => entry.priority === null));
}

export function escalationOf(since: string): string {
  return `${since}escalated`;
}

function closed(closure: RequestClosure, { by }: { by?: string } = {}): PlannedChange {
  return {
    row: { status: "closed", closedAt: now, closure },
    entry: { kind: closure, by, status: "closed" },
  };
}

function isThere(history: readonly EntryRow[], entryId: string): boolean {
  return history.some((entry) => entry.entryId === entryId);
}

function requireNotClosed({ requestId, status }: RequestRow): void {
  if (status === "closed") throw new RequestClosedError(requestId);
}

function requireUnresolved(before: RequestRow): void {
  requireNotClosed(before);
  if (before.status === "resolved") throw new RequestResolvedError(before.requestId);
}

function requireResolved(before: RequestRow): void {
  requireNotClosed(before);
  if (before.status !== "resolved") throw new RequestNotResolvedError(before.requestId);
}
