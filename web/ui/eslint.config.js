import { readdirSync } from 'node:fs'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const foldersOf = (folder) =>
    readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)

const features = foldersOf('src/features')
const shared = foldersOf('src').filter((name) => name !== 'features' && name !== 'app')

export default tseslint.config(
    { ignores: ['node_modules', '../wwwroot', 'src/api/schema.gen.ts'] },
    ...tseslint.configs.recommended,
    reactHooks.configs.flat['recommended-latest'],
    {
        files: ['src/**/*.{ts,tsx}'],
        plugins: { 'import-x': importX },
        settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.json'] } } },
        rules: {
            '@typescript-eslint/no-non-null-assertion': 'off',
            'max-lines': ['error', { max: 300, skipBlankLines: true }],
            'import-x/no-restricted-paths': [
                'error',
                {
                    basePath: import.meta.dirname,
                    zones: [
                        ...features.map((name) => ({
                            target: `./src/features/${name}`,
                            from: './src/features',
                            except: [`./${name}`],
                            message: 'A feature imports no other feature: move what both need into a shared folder.',
                        })),
                        {
                            target: './src/features',
                            from: './src/app',
                            message: 'Imports go one way: shared ← features ← app.',
                        },
                        ...shared.flatMap((name) => [
                            { target: `./src/${name}`, from: './src/features' },
                            { target: `./src/${name}`, from: './src/app' },
                        ]),
                    ],
                },
            ],
        },
    },
    {
        files: ['src/**/*.{ts,tsx}'],
        ignores: ['src/kit/**'],
        rules: {
            'no-restricted-imports': [
                'error',
                { paths: [{ name: 'react-aria-components', message: 'Only kit/ knows React Aria.' }] },
            ],
        },
    },
)
