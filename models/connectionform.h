#pragma once

#include "core/base/connectionclass.h"
#include "core/pg/connectionoptions.h"
#include "core/workspace/contents.h"

#include <QString>

#include <optional>

namespace squall::models {

/// A connection as a form shows it: the usual keywords as fields of their own, the rest kept as they came.
struct ConnectionForm
{
    QString id = {}; ///< of the saved connection; empty for one that is not saved
    QString name = {};
    QString host = {}; ///< a name, an address, or the folder of a socket
    QString port = {};
    QString database = {};
    QString user = {};
    QString password = {}; ///< for this run only
    QString service = {};
    QString sslMode = {}; ///< empty: libpq's own, prefer
    QString sslRootCertificate = {};
    QString sslCertificate = {};
    QString sslKey = {};
    QString connectTimeout = {}; ///< seconds; empty: as long as usual
    /// What the user chose; nothing: as guessed.
    std::optional<ConnectionClass> chosenClass = {};
    bool oneConnection = false;
    bool applyOnLeave = false; ///< wanted; see `appliesOnLeave`
    std::vector<std::pair<QByteArray, QByteArray>> others = {};

    /// What the user chose, else the guess.
    ConnectionClass connectionClass() const;
    /// What the server's place and all names suggest, those of the environment too.
    ConnectionClass guessedClass() const;
    /// Edits of a row are applied when somebody leaves it: where that is wanted, and nobody else is hurt.
    bool appliesOnLeave() const { return applyOnLeave && mayApplyOnLeave(); }
    /// Never on staging and production.
    bool mayApplyOnLeave() const;
    /// `user@host:port/database`, as short as it may be.
    QString summary() const;
    /// Without the password.
    QString url() const;
    pg::ConnectionOptions options() const;
    workspace::SavedConnection saved() const;

    bool operator==(const ConnectionForm &) const = default;
};

/// `url` may also be a keyword string: `host=… dbname=…`.
Result<ConnectionForm> formFromUrl(const QString &url);
ConnectionForm formFromSaved(const workspace::SavedConnection &connection);

/// As it is written down: `local`, `shared`, `staging`, `production`.
QString classWord(ConnectionClass environment);
std::optional<ConnectionClass> classFromWord(const QString &word);

} // namespace squall::models
