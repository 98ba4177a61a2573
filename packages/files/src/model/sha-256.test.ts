import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "./sha-256";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("gives the hashes of the standard's examples", () => {
  const of = (text: string) => hex(sha256(new TextEncoder().encode(text)));
  expect(of("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(of("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
});

test("gives the hashes of OpenSSL for every length around the blocks, and for parts of buffers", () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, i) => (i * 131 + 7) % 256);
  for (let length = 0; length <= 190; length++) {
    const part = bytes.subarray(3, 3 + length);
    expect(hex(sha256(part))).toBe(createHash("sha256").update(part).digest("hex"));
  }
});
