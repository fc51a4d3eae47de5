import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { DIST, ROUTES, WEB } from '../scripts/web/places.ts';

/** The hub that the development server stands in front of. */
const HUB = process.env.MOA_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: WEB,
  plugins: [tanstackRouter({ ...ROUTES, autoCodeSplitting: true }), react(), tailwindcss()],
  build: {
    outDir: DIST,
    emptyOutDir: true,
    target: 'es2023',
    // A strict content security policy allows no data: scripts or styles, and every browser it targets preloads modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The library of charts is one big part, loaded with the first chart; pages.test.ts weighs the first screen.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': HUB, '/docs': HUB, '/openapi.json': HUB } },
});
