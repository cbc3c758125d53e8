import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Document, OpenAPIBackend } from "openapi-backend";
import { parse } from "yaml";

const besideTheRepository = fileURLToPath(new URL("../../../../../../shared/specs/", import.meta.url));

/**
 * A vendor's published OpenAPI document, ready to check against.
 * @throws Error when the folder or the file is missing: a check that finds no spec has failed.
 */
export async function loadSpec(file: string): Promise<OpenAPIBackend> {
  const folder = process.env.VENDOR_SPECS_DIR ?? besideTheRepository;
  const path = `${folder.replace(/\/$/, "")}/${file}`;
  if (!existsSync(path)) {
    throw new Error(
      `There is no ${path}. Set VENDOR_SPECS_DIR to the folder with the vendors' published specs.`,
    );
  }
  const text = await readFile(path, "utf8");
  const spec = specFile(file.endsWith(".json") ? JSON.parse(text) : parse(text));
  spreadQueryObjects(spec);
  // Formats say how a string is meant (`phone-number`), they are not checked.
  const ajvOpts = { strict: false, validateFormats: false, allErrors: true };
  return new OpenAPIBackend({ definition: spec, ajvOpts, quick: true }).init();
}

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

/** The part of an OpenAPI document that is changed here. */
interface SpecFile {
  paths: Record<string, Partial<Record<(typeof methods)[number], { parameters?: Parameter[] }>>>;
  components?: { schemas?: Record<string, Schema> };
}

const methods = ["get", "put", "post", "patch", "delete"] as const;

/** The vendors publish OpenAPI 3.0 and 3.1; the loader complains about anything else. */
function specFile(parsed: unknown): SpecFile & Document {
  return parsed as SpecFile & Document;
}

/** OpenAPI's default for an object in the query is one parameter per property; the validator does not know it. */
function spreadQueryObjects(spec: SpecFile): void {
  const operations = Object.values(spec.paths).flatMap((item) => methods.map((method) => item[method]));
  for (const operation of operations) {
    if (!operation?.parameters) continue;
    operation.parameters = operation.parameters.flatMap((parameter) => {
      const schema = resolved(spec, parameter.schema);
      if (parameter.in !== "query" || !schema?.properties) return [parameter];
      const required = new Set(schema.required);
      return Object.entries(schema.properties).map(([name, property]) => ({
        name,
        in: "query",
        required: required.has(name),
        schema: property,
      }));
    });
  }
}

function resolved(spec: SpecFile, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.match(/^#\/components\/schemas\/(.+)$/)?.[1];
  return name ? spec.components?.schemas?.[name] : schema;
}
