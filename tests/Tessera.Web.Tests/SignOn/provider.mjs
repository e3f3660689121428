// A certified OpenID provider for the tests of sign-on. It takes a free port of this machine, says "ready <issuer>", and ends when its standard input does.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const callback = "https://portal.example/account/sign-on/answer";

const accounts = {
  kinga: {
    email: "kinga@hargita.example", email_verified: true, name: "Kovács Kinga", locale: "hu-RO", groups: ["staff", "intl-editors", "intl-admins"],
  },
  nameless: {},
};

function key(kid, alg, type, options) {
  return { ...generateKeyPairSync(type, options).privateKey.export({ format: "jwk" }), kid, alg, use: "sig" };
}

function client(id, alg, more) {
  return { client_id: id, redirect_uris: [callback], response_types: ["code"], grant_types: ["authorization_code"], id_token_signed_response_alg: alg, ...more };
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      client("tessera", "RS256", { client_secret: "a secret: 100 % +&=/~" }),
      client("tessera-public", "ES256", { token_endpoint_auth_method: "none" }),
      client("tessera-pss", "PS256", { token_endpoint_auth_method: "none" }),
      client("tessera-p384", "ES384", { token_endpoint_auth_method: "none" }),
      client("tessera-rs512", "RS512", { token_endpoint_auth_method: "none" }),
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "locale"], groups: ["groups"] },
    cookies: { keys: ["only for tests"] },
    enabledJWA: { idTokenSigningAlgValues: ["RS256", "RS512", "PS256", "ES256", "ES384"] },
    findAccount: (_, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
    jwks: {
      keys: [
        key("rsa", "RS256", "rsa", { modulusLength: 2048 }), key("rsa-512", "RS512", "rsa", { modulusLength: 2048 }), key("rsa-pss", "PS256", "rsa", { modulusLength: 2048 }),
        key("p256", "ES256", "ec", { namedCurve: "P-256" }), key("p384", "ES384", "ec", { namedCurve: "P-384" }),
      ],
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  });
  server.on("request", provider.callback());
  console.log(`ready ${issuer}`);
});

process.stdin.resume().on("end", () => process.exit(0));
