// A PGlite database behind the unix socket that the first argument names: one connection at a time, as its
// socket server has it. Says `ready`, and then `connection` or `cancel` for each that comes, also those that
// are turned away. Ends with its standard input, so with whoever started it at the latest.
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import net from 'node:net'

// Debian's Node 18 does not have it yet; the socket server makes its events of it.
globalThis.CustomEvent ??= class extends Event {
    constructor(type, options) {
        super(type, options)
        this.detail = options?.detail
    }
}

const cancelRequest = 80877102
const path = process.argv[2]
const inner = path + '.inner'
await new PGLiteSocketServer({ db: await PGlite.create(), path: inner }).start()

process.stdin.resume().on('end', () => process.exit())

const front = net.createServer(client => {
    client.once('data', first => {
        const cancels = first.length >= 8 && first.readUInt32BE(4) === cancelRequest
        console.log(cancels ? 'cancel' : 'connection')
        const server = net.connect(inner)
        server.write(first)
        client.pipe(server).pipe(client)
        server.on('error', () => client.destroy())
        client.on('close', () => server.destroy())
    })
    client.on('error', () => client.destroy())
})
front.listen(path, () => console.log('ready'))
