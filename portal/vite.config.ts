// How the portal is built and served while it is worked on; the API is another process behind the same address.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.VINHDANH_URL ?? 'http://127.0.0.1:8080';
const proxy = { '/v1': { target: api } };

// The policy the server sends with every page, so that a preview fails where the server would.
const policy = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

export default defineConfig({
  plugins: [react()],
  build: { manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022', reportCompressedSize: false },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, proxy, headers: { 'Content-Security-Policy': policy } },
});
