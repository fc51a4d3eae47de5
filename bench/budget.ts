export async function budget(): Promise<Record<string, unknown>> {
  return {};
}
