/** Whether products can be looked up by this code: it stands in a path, where these signs break the routing (sheet §2). */
export function fitsPath(sellerCode: string): boolean {
  return sellerCode.trim() !== '' && !/[/;\\]/.test(sellerCode) && !/^\.+$/.test(sellerCode);
}
