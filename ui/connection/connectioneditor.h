#pragma once

#include "models/connectionform.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace squall::ui {

/// The fields of one connection; the URL at the top and the fields below always say the same.
class ConnectionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionEditor(QWidget *parent = nullptr);

    void setForm(const models::ConnectionForm &form);
    /// As the fields say; while the URL is none, what they said before.
    models::ConnectionForm form() const;
    /// The URL can be read, so that what is shown is what `form` says.
    bool isValid() const { return m_valid; }

signals:
    /// It says something else, or is valid no more.
    void edited();

private:
    QLineEdit *addLine(QFormLayout *layout, const QString &label, const QString &name,
                       const QString &placeholder);
    void addFile(QFormLayout *layout, const QString &label, QLineEdit *&field, const QString &name);
    void buildBasics(QFormLayout *layout);
    void buildSecurity(QFormLayout *layout);
    void buildClass(QFormLayout *layout);
    void fieldsEdited();
    void urlEdited();
    void setFault(const QString &why);
    void fillFields();
    void showGuess();

    models::ConnectionForm m_form;
    bool m_valid = true;
    QLineEdit *m_url;
    QLabel *m_urlError;
    QLineEdit *m_name;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_service;
    QLineEdit *m_timeout;
    QComboBox *m_sslMode;
    QLineEdit *m_rootCertificate;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QComboBox *m_class;
    QCheckBox *m_oneConnection;
    QCheckBox *m_applyOnLeave;
};

} // namespace squall::ui
