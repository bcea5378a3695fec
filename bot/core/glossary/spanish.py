"""The concepts of `italian.py` as tenants say them in Spanish; no native check yet."""

PHRASES = """
lift: ascensor, elevador, montacargas, subir a pie, subir andando, pisos a pie
stuck_inside: atrapado dentro, encerrado dentro
stairs: escalera, escaleras, escalón, rellano, peldaños, barandilla, pasamanos
heating: calefacción, radiador, radiadores, estufa, termostato
cold: frío, helado, helada, congelado, congelando, abrigo en casa, manta, mantas, guantes, gorro, hace un frío, tiritar, tiritando, tibio, nevera, chaqueta
turn_on: encender, encienden, prender, prenden, apagar, apagan, encendido, prendido
hot: calor, ola de calor, ventilador, aire acondicionado, asfixia, sofoca, horno, calorón, insoportable
boiler: caldera, calentador, calefón, boiler, terma, revisión de la caldera
hot_water: agua caliente, ducha fría, agua fría, bañarse con agua fría
no_water: no hay agua, sin agua, falta agua, se fue el agua, no sale agua, poca presión, presión, chorrito, agua marrón, cortaron el agua
leak: gotera, goteras, gotea, goteo, filtración, filtra, fuga de agua, mancha en el techo, balde, cubo, tubería rota, cañería, se cuela agua, cae agua, chorrea, humedad en el techo
flood: inundación, inundado, inunda
ceiling: techo, yeso, grieta, tejado, se cae a pedazos, cornisa, revoque, desprende
mold: moho, humedad, manchas negras, hongos, condensación, paredes negras, húmedo, pared negra
dark: oscuro, oscuridad, a oscuras, linterna, bombilla, foco, farola, luz de la escalera, alumbrado, no se ve nada
power_cut: corriente, se va la luz, salta la luz, se fue la luz, diferencial, enchufe, chispas, cortocircuito, apagón, fusible, tomacorriente, cables, saltan los plomos
electrician: electricista, plomero, fontanero, cerrajero, albañil
intercom: portero automático, interfono, telefonillo, timbre, citófono, repartidor
front_door: portón, puerta de entrada, portal, reja, entrada, cualquiera entra, verja
lock_key: llave, llaves, cerradura, perdí las llaves, candado, control remoto, copia de la llave, me quedé fuera, chapa
drain: atascado, atasco, tapado, inodoro, wáter, baño tapado, desagüe, alcantarilla, cañería, rebosa, obstruido, fregadero, retrete, poceta
stink: olor, huele, peste, mal olor, apesta, hedor
gas: gas, olor a gas, monóxido
window: ventana, persiana, persianas, vidrio, cristal, corriente de aire, marco, manija, entra el viento
tiles: baldosa, baldosas, azulejo, azulejos, suelo, piso levantado
tap: grifo, llave del agua, ducha, bañera, caño, lavabo
paint: pintar, pintura
works: obras, reforma, tirar la pared, reformar el baño, renovar, derribar, instalar, cambiar el piso, modificar, tabique, aire acondicionado afuera, taladrar, albañil, cocina nueva, remodelar, remodelación, poner un aire, aire acondicionado, cambiar ventanas, tirar un tabique, reformar, poner toldo, agujero en la pared, permiso para obras
permission: autorización, permiso para, puedo poner, se puede poner, permitido, prohibido
asbestos: amianto, asbesto, uralita, láminas grises
antenna: televisión, tele, tv, antena, canales, señal, parabólica, televisor, la tele no se ve, sin señal, señal de tele
repair: reparar, reparación, arreglar, arreglo, técnico, avería, mantenimiento, mandar a alguien, obrero, arreglen
broken: roto, rota, averiado, no funciona, dañado, estropeado, malogrado, descompuesto, no sirve, no anda
waiting: esperando, nadie viene, no ha venido nadie, llamé tres veces, sigo esperando, semanas, número de caso
emergency_hours: de noche, domingo, festivo, urgencia, urgente, emergencia, fin de semana, navidad, medianoche
who_pays: quién paga, pago yo, me toca pagar, a mi cargo, a cargo de, me corresponde, de mi bolsillo
apply_home: vivienda pública, casa popular, vivienda social, casa del ayuntamiento, solicitar vivienda, pedir una casa, convocatoria, pedir casa, alquiler privado, piso del ayuntamiento, vivienda protegida, solicitar un piso, inscribirme, casa pública, piso público, requisitos para la casa, cuándo abre, presentar la solicitud, casa de protección
ranking: lista, puntos, puntaje, clasificación, posición, ranking, lista de espera, puntuación, mi puesto, en qué puesto, cuántos delante, lista definitiva, lista provisional, me toca, cuándo me toca, puntos en la lista, resultado de la solicitud
move_home: cambiar de casa, cambio de vivienda, intercambiar, más grande, más pequeño, planta baja, muy pequeño, intercambio, no cabemos, apretados, dormimos todos, permuta, piso más bajo, somos seis, somos cinco, una habitación, cuarto piso, silla de ruedas y piso, dormitorio más, dos cuartos, más abajo, cambiarme de piso, cambiarme de casa, otra vivienda, demasiadas escaleras
takeover: contrato a nombre, titular, quedarme en la casa, quedarme con la casa, subrogación, pasar el contrato, heredar el contrato, mi ex se fue, a mi nombre el contrato, contrato de mi mamá, puedo quedarme, el contrato era de, estaba a nombre de mi, contrato a mi nombre, titular falleció, era la titular, seguir viviendo
death: murió, muerto, muerta, fallecido, falleció, muerte, entierro, viuda, viudo, falta mi madre, herencia, difunto, enterramos, se murió, perdí a mi madre, perdí a mi padre, en paz descanse, que en paz
add_member: núcleo familiar, vivir conmigo, agregar a la familia, recién nacido, casado, casarme, boda, convivir, se viene a vivir, incluir, añadir, nació, llega mi esposo, viene a vivir, mi mamá viene, mi esposa llega, casamos, nacimiento, agregar
guest: hospedar, invitado, alojar, quedarse conmigo, unas semanas, visita, visitarme, sofá, se queda en mi casa, viene a visitar
leave_home: dejar la casa, devolver las llaves, entregar las llaves, mudarse, mudanza, preaviso, irme de la casa, entregar la casa, residencia de ancianos, desocupar, vuelvo a mi país, me mudo
lose_home: perder la casa, quitar la casa, ausente, ausencia, casa vacía, quitan el piso, casa propia, gano demasiado, me voy por meses
census: declarar los ingresos, declaración de ingresos, cada dos años, actualizar los ingresos
buy_home: comprar, compra, hipoteca, propietario, en venta, vender
rent: alquiler, renta, arriendo, mensualidad
how_computed: cómo se calcula, calculan, cálculo, subió, por qué pago, aumentó, aumento, el vecino paga menos, han subido
lower_rent: bajar el alquiler, reducir, rebaja, gano menos, bajaron los ingresos, menos ingresos, recalcular, revisar el alquiler, alquiler muy alto, menos horas
car_park: garaje, estacionamiento, aparcamiento, parqueo, estacionar, aparcar, cochera, moto, furgoneta, plaza
cellar: sótano, trastero, desván, bodega
pets: perro, gato, mascota, cachorro, ladra, ladrar, animales, animal, correa, caca, conejo, ladridos, veterinario, pitbull
homeless: sin casa, en la calle, dormir en el coche, dormimos en el carro, no tengo dónde ir, albergue, sin techo, dónde dormir, alojamiento de emergencia, nos echan, a la calle, esta noche, después del incendio, donde amigos, dormir en la estación, sin techo con niños
residence: residencia, domicilio, empadronamiento, empadronarme, registro civil, estado de familia, cambiar la dirección, certificado de residencia, padrón, censo, hoja de familia, dirección correcta, empadronado, vivo con mi tía, registrar la dirección
deposit: fianza, depósito, garantía, devuelven el dinero, caución
arrears: atrasos, atrasado, atrasada, meses de atraso, debo meses, cuotas, plazos, pagar a plazos, deuda del alquiler, alquiler atrasado, debo alquiler, ponerme al día, poco a poco, sin pagar, en partes, me salté, ponerme al corriente, no pagué, pagar de a poco, poquito a poco, no he pagado, meses sin pagar, carta de deuda
no_money: no tengo dinero, sin dinero, fin de mes, no me alcanza, pobre, no puedo pagar, no llego, sin ingresos, no tengo plata, sin un duro, no alcanza, apretado de dinero, no llego a fin de mes, sin un euro
rent_aid: ayuda para el alquiler, ayuda al alquiler, solidaridad, fondo, subsidio, contribución, ayuda con el alquiler
eviction: desalojo, desahucio, desalojar, echar, juez, juzgado, tribunal, orden del juez, oficial judicial, dejar la casa antes, lanzamiento, audiencia, nos sacan
pay_slip: boletín, boleta, pagar el alquiler, transferencia, recibo, correos, pagué dos veces, domiciliar, comprobante, pagar por internet, estanco, recibo del mes, no me llegó, dónde pago, cómo pago, pagar por banco, no me llegó el recibo, recibo del alquiler, pagar en línea, vencimiento, me llegó doble
service_costs: gastos, gastos comunes, gastos de comunidad, liquidación, ajuste, detalle de gastos, cuentas claras, comunidad
utility_bonus: bono, descuento, descuento en la luz, facturas altas, ayuda con la luz, rebaja en la factura, bono social, recibo muy caro
meter: contador, medidor, contrato de la luz, contrato del gas, dar de alta, cortaron la luz, compañía de luz, a mi nombre, poner la luz, cambio de titular, conectar, inquilino anterior, cambiar la luz a mi nombre, cambiar el gas a mi nombre, titular de la luz, activar la luz, sin luz en el piso nuevo
utility_bill: factura, facturas, recibos, luz y gas
waste_tax: tasa de basura, impuesto, impuesto de la basura, tari, imu, tasas
isee: isee, certificado de ingresos, ingresos familiares, certificado de la renta
tax_help: impuestos, declaración de la renta, caf, 730, devolución, trámites de la pensión, hacienda
income_support: ingreso mínimo, renta mínima, ayuda social, subsidio, inclusión, prestación, ayuda del estado, ayuda mensual
child_benefit: ayuda por hijo, bono bebé, asignación, dinero por los niños, bono nacimiento, por cada hijo, asignación única, ayuda por nacimiento, cheque bebé, tres hijos, cuatro hijos, el estado da, cada mes por los niños
food: comida, comer, hambre, paquete, alimentos, despensa, nevera vacía, refrigerador vacío, mercado, banco de alimentos, comedor, leche para el bebé, bolsa de comida, qué comer, nada en la nevera, despensa vacía, no tengo qué cocinar, dar de comer a mis hijos
debts: deuda, deudas, préstamo, banco, crédito, cobradores, prestamista, embargo, tarjeta, debo dinero, financiera, usurero
squatting: okupas, ocupado, ocuparon, ocupas, forzaron la puerta, rompieron la puerta, se metieron, piso vacío, ocupación, patearon la puerta, entraron en el piso vacío, cambiaron la cerradura, gente rara en el piso vacío
noise: ruido, ruidos, música, fiesta, fiestas, gritos, gritan, bulla, no puedo dormir, taladro, tacones, escándalo, volumen, mueven muebles, tambor, golpes, no deja dormir, golpean, taconeo, de madrugada, a la una de la mañana, llamar la atención, guitarra, zapateo, piano, estéreo, gritería
neighbor: vecino, vecina, vecinos, de arriba, de abajo, de al lado, de enfrente
quarrel: pelea, pelear, discusión, insulta, insultos, mediación, mediador, conflicto, llevarse bien, pleito, nos peleamos, hacer las paces, mala cara
insecurity: droga, drogas, venden droga, vándalos, miedo a salir, miedo a bajar, pandilla, robo, robaron, ladrones, ladrón, jeringas, policía, cámaras, amenaza, duermen en el sótano, asalto, inseguro, anónimo, me robaron, venden, bolsitas, bicicleta robada, fuman en la escalera
scam: estafa, estafador, falso, falsos, fraude, me pidió dinero, engaño, credencial, carnet, timo, se hace pasar, sospechoso, vendedor, joyas, joven amable, ver mi recibo, adelanto, de parte de ustedes, dice que es de, tocó a la puerta, quería ver la factura, quería entrar, es verdad que mandan, uniforme
sorting: basura, reciclaje, reciclar, bolsa, bolsas, plástico, vidrio, cartón, contenedor, separar, orgánico, qué día
bulky: sofá, colchón, armario, lavadora, muebles viejos, trastos, voluminosos, tirar muebles, botar, nevera vieja, llevarse los muebles, punto limpio, deshacerme
pests: rata, ratas, ratón, ratones, cucaracha, cucarachas, insectos, hormigas, plaga, fumigar, fumigación, avispas, bichos, mosquitos, salen de noche, insecticida, cucarachitas, avispero, nido de avispas, debajo del fregadero
bedbugs: chinches, chinche, picaduras, ronchas, pica, picazón, rascar, pulgas, bichos en la cama, picado, me pica, sábanas, bichitos
pigeons: palomas, paloma, excremento, pájaros, nido
cleaning: limpieza, limpiar, sucio, sucia, suciedad, barrer, fregar, polvo, mugre, limpian, asqueroso, trapear
green: árbol, árboles, rama, ramas, seto, césped, pasto, jardín, podar, hojas, arbusto, hierba, raíces, jardinero
health_center: enfermero, enfermera, análisis de sangre, inyección, vacuna, vacunación, vacunar, curación, centro de salud, ambulatorio, presión, casa de la comunidad, sacar sangre, gripe, especialista, diabetes, receta, refuerzo, vacuna de la gripe, análisis, curar la herida
doctor: médico, doctor, doctora, pediatra, médico de cabecera, médico de familia, tarjeta sanitaria, cambiar de médico, fiebre, se jubiló
violence: violencia, me pega, golpea, golpes, maltrato, maltrata, miedo de mi marido, miedo de él, moretones, amenaza, acoso, me sigue, ex marido, agrede, celoso, me controla, me pegó, le pega, agresivo, ojo morado, no me deja salir, me quita la plata, me insulta, miedo de volver
home_care: cuidado en casa, bañarla, bañarlo, vestirla, postrado, en cama, alzheimer, demencia, cuidador, asistencia domiciliaria, ayuda en casa, no camina, cuidar a mi madre, asearla, lavarla, derrame, dependiente, ictus, no se vale sola, no se vale solo, vestirlo, darle de comer, cuidarlo, cuidarla, no se mueve, encamado, lo cuido yo, la cuido yo
meals: comida a domicilio, almuerzo, cena, cocinar, comida caliente, no cocina, llevar la comida, plato caliente
lonely: solo, sola, soledad, compañía, nadie con quien hablar, aburrido, actividades para mayores, aburre, aislado, aburrimiento, jugar a las cartas, conversar, bailar
concierge: portero, portería, conserje, paquetes, buzón, cartero
social_custodian: mandados, medicinas, farmacia, pasar a ver, recados, ver si está bien
social_worker: trabajadora social, asistente social, servicios sociales, familia en dificultad, no sé a quién acudir, por dónde empezar, contar mi situación
mental: depresión, deprimido, deprimida, psicólogo, psiquiatra, ansiedad, pánico, llora, llorar, oye voces, salud mental, habla solo, no sale del cuarto, triste, nervios, angustia, no duermo, palpitaciones, no quiere salir, ataques, sin ganas
addiction: alcohol, bebe, borracho, tomar, toma mucho, drogas, juego, apuestas, tragamonedas, máquinas, adicto, adicción, botella, apuesta, tragaperras, vino, drogadicto
barrier: silla de ruedas, rampa, barras, andador, elevador de escalera, accesible, bañera alta, muletas, discapacitado
disability: discapacidad, invalidez, minusvalía, sordo, ciego, acompañamiento, comisión médica, ley 104, cáncer, quimio, autista, permisos del trabajo, incapacidad, minusválido, permiso en el trabajo, grado de discapacidad, media parálisis, no mueve, silla de ruedas, ayuda por discapacidad
family_clinic: embarazada, embarazo, ginecólogo, ginecóloga, anticonceptivo, pastilla, aborto, matrona, partera, amamantar, lactancia, prueba de embarazo, parto, ecografía, regla, planificación familiar, estoy embarazada
foreign_health: sin papeles, sin documentos, indocumentado, sin permiso, irregular, stp
caregiver: cuidadora, niñera, empleada doméstica, interna, contrato para la señora, señora que cuide, señora de compañía, empleada, contratar una señora
community_manager: community manager, actividades del barrio, proyecto de barrio, idea para el patio, fiesta del barrio, taller, proponer, voluntaria
call_center: número de teléfono, llamar, teléfono, operadora, centralita, no contestan, atienden, contestan, comunica, línea, a quién llamo, qué número, teléfono de ustedes, nadie contesta
office: oficina, ventanilla, dirección, cita, en persona, horario, abierto, sede, cola, hacer fila, turno
job: trabajo, empleo, desempleado, parado, currículum, cv, despedido, buscar trabajo, formación, busco trabajo, encontrar trabajo, oferta, chamba, me despidieron, curso, soldador, cocinero, mesera, limpieza trabajo, cualquier trabajo, experiencia, bolsa de trabajo
lost_income: perdí el trabajo, despedido, jubilado, menos horas, un solo sueldo, me botaron
legal: abogado, legal, derechos, asesoría, denuncia, ley, consejo legal, juicio
union: sindicato, inquilinos, asociación de inquilinos, defender a los inquilinos
homework: tareas, deberes, apoyo escolar, estudiar, clases particulares, matemáticas, reprobar, refuerzo, notas, hacer las tareas, después de la escuela, dislexia
italian_course: aprender italiano, curso de italiano, clases de italiano, hablar italiano, escuela de italiano, el idioma, a2, traducir, aprender el idioma, me traduzca, no hablo bien, aprender, que me traduzca, no entiendo el idioma, idioma, clases, hablar bien
permit: permiso de residencia, permiso de soggiorno, ciudadanía, nacionalidad, reagrupación, reagrupación familiar, renovar, renovación, traer a mi esposa, traer a mis hijos, asilo, cuestura, questura, permiso de estancia
digital: spid, identidad digital, contraseña, aplicación, internet, página, computadora, ordenador, celular, móvil, clave, correo electrónico, en línea, entrar a la página, código, no puedo entrar, código por mensaje, imprimir, escanear, subir el documento, no sé usar, me ayude con el móvil, código en el móvil, usuario, contraseña olvidada, página web, formulario en línea
childcare: guardería, jardín de infancia, inscribir, matricular, inscripción, campamento, verano, campamento de verano, cuidar a los niños, dejar a los niños, kínder, escuelita, quién cuida a los niños, mientras trabajo, vacaciones escolares, plaza en la guardería, inscribir a mi hijo, inscribir a mi hija, en verano
gardens: huerto, huerta, sembrar, cultivar, tomates, verduras, plantar, huerto compartido, parcela
committee: comité, asamblea, reunión, representante, firmas, organizarnos, autogestión, votar, juntarnos, nosotros mismos, entre vecinos, limpiar nosotros
transport: autobús, bus, tranvía, metro, abono, boleto, billete, transporte, diálisis, pase, transporte gratis, taxi, llevar al hospital, ambulancia, pasaje, tarjeta de mayores, mensual, más barato, tercera edad
complaint: queja, reclamo, reclamación, reclamar, indemnización, protesta, acceso a documentos, daños, quejarme, formal, no responden, carta
squatter_self: sin contrato, regularizar, sin título, ocupamos, entré sin permiso, vivo sin contrato, casa ocupada
youth_sport: deporte, fútbol, gimnasio, baloncesto, jóvenes, centro juvenil, equipo, adolescente, natación, boxeo, cancha, baile, entrenar
elderly: anciano, anciana, viejo, vieja, abuelo, abuela, mayor, mayores, jubilado, jubilada, suegra, suegro
child: niño, niña, hijo, hija, hijos, bebé, chico, chiquito, gemelos
spouse: marido, esposo, esposa, mujer, pareja, novio
foreigner: extranjero, extranjera, inmigrante, mi país
letter: carta, notificación, aviso, sobre
document: documento, documentos, formulario, certificado, trámite, solicitud
refund: reembolso, devolver, devolución, devuelvan
appeal: recurso, impugnar, error, equivocado, injusto, apelar
free_help: gratis, gratuito, sin pagar
volunteer: voluntario, parroquia, iglesia, asociación
fall: caer, caída, cayó, resbalar, peligroso, peligro
water: agua, tubo, tubería
wall: pared, paredes, muro
courtyard: patio, edificio, bloque
pension: pensión, jubilación, jubilado
separation: separado, separada, divorcio, divorciado, mi ex
school: escuela, colegio, maestra, clase
calendar: cuándo, fecha, plazo, hasta cuándo
"""
