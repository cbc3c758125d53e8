import * as z from "zod";
import type { SchemaPair } from "./schema-pair.ts";

const text = z.string();

export const numbers: SchemaPair[] = [
  ["whole, then any", z.int(), z.number(), true, false],
  ["32 bits, then safe", z.int32(), z.int(), true, false],
  ["unsigned, then signed 32 bits", z.uint32(), z.int32(), false, false],
  ["single, then double", z.float32(), z.float64(), true, false],
  ["not negative, then positive", z.number().min(0), z.number().positive(), false, true],
  ["whole above 0, then whole from 1", z.int().gt(0), z.int().min(1), true, true],
  ["above 0, then from 1", z.number().gt(0), z.number().min(1), false, true],
  ["whole below 10, then at most 9.5", z.int().lt(10), z.int().max(9.5), true, true],
  ["whole, then multiples of 1", z.int(), z.number().multipleOf(1), true, false],
  [
    "tens, then fives",
    z.int().max(1e9).min(0).multipleOf(10),
    z.int().max(1e9).min(0).multipleOf(5),
    true,
    false,
  ],
  ["paise, then five paise", z.number().multipleOf(0.01), z.number().multipleOf(0.05), false, "unproved"],
  ["paise, as they were", z.number().multipleOf(0.01), z.number().multipleOf(0.01), true, true],
  ["a literal within a range", z.literal(5), z.number().min(5), true, false],
  ["a zero of the other sign", z.literal(0), z.literal(-0), true, true],
  [
    "whole, then what doubles count one by one",
    z.int(),
    z
      .number()
      .min(-(2 ** 53))
      .max(2 ** 53),
    true,
    false,
  ],
  [
    "thirties without an end, then fifteens",
    z.int().multipleOf(30),
    z.int().multipleOf(15),
    "unproved",
    false,
  ],
  ["a literal, then multiples", z.literal(0.3), z.number().multipleOf(0.1), true, false],
  ["numbers, then texts", z.number(), text, false, false],
];
